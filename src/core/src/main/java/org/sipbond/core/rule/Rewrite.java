package org.sipbond.core.rule;

/**
 * What becomes of the user of the Request-URI on its way out.
 *
 * @param strip how many characters go from its front, 0 for none; a shorter user is left empty
 * @param prefix what is put before the rest; may be empty
 */
public record Rewrite(int strip, String prefix) {
  /** Leaves the user as it is. */
  public static final Rewrite NONE = new Rewrite(0, "");

  public Rewrite {
    if (strip < 0) {
      throw new IllegalArgumentException("strip is " + strip + "; allowed: 0 or more");
    }
  }

  /** The user as it goes out; counts characters with escapes resolved, and escapes again. */
  public String apply(String user) {
    if (equals(NONE)) {
      return user;
    }
    String decoded = TargetUriText.decode(user);
    return TargetUriText.encode(prefix + decoded.substring(Math.min(strip, decoded.length())));
  }
}
