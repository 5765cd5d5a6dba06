package org.sipbond.wire.agent;

import java.util.random.RandomGenerator;

/** Branches, tags and Call-IDs that nobody else has. */
final class Tokens {
  private static final String MAGIC_COOKIE = "z9hG4bK";

  private final RandomGenerator random;

  Tokens(RandomGenerator random) {
    this.random = random;
  }

  /** See RFC 3261 §8.1.1.7. */
  String branch() {
    return MAGIC_COOKIE + fresh();
  }

  String fresh() {
    return Long.toHexString(random.nextLong()) + Integer.toHexString(random.nextInt());
  }
}
