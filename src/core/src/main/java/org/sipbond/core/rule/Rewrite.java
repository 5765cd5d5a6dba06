package org.sipbond.core.rule;

import org.sipbond.core.net.TargetUri;

/**
 * What becomes of the user of the Request-URI on its way out.
 *
 * @param strip how many characters go from its front, 0 for none; a shorter user is left empty
 * @param prefix what is put before the rest; may be empty
 */
public record Rewrite(int strip, String prefix) {
  /** Leaves the user as it is. */
  public static final Rewrite NONE = new Rewrite(0, "");

  private static final int ESCAPE = "%00".length();

  public Rewrite {
    if (strip < 0) {
      throw new IllegalArgumentException("strip is " + strip + "; allowed: 0 or more");
    }
  }

  /** The user as it goes out; an escape counts as the one character that it stands for. */
  public String apply(String user) {
    int start = 0;
    for (int left = strip; left > 0 && start < user.length(); left--) {
      start += user.charAt(start) == '%' ? ESCAPE : 1;
    }
    return TargetUri.encodeUser(prefix) + user.substring(start);
  }
}
