package org.sipbond.core.tls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One block of a PEM text (RFC 7468 §2). What is around blocks is left out, as such files often
 * hold the text form of a certificate too.
 *
 * @param label such as {@code CERTIFICATE}
 * @param headers lines of the form that came before RFC 7468, such as those of an encrypted key
 * @param base64 the content as it was written
 */
record PemBlock(String label, String headers, String base64) {
  private static final Pattern FORM =
      Pattern.compile(
          "-----BEGIN ([A-Z0-9 ]+)-----\\s*((?:[A-Za-z-]+:[^\\n]*\\n)*)([^-]*)-----END \\1-----");

  /** Every block, in the order of the text. */
  static List<PemBlock> all(String text) {
    List<PemBlock> blocks = new ArrayList<>();
    Matcher matcher = FORM.matcher(text);
    while (matcher.find()) {
      blocks.add(new PemBlock(matcher.group(1), matcher.group(2), matcher.group(3)));
    }
    return blocks;
  }

  /** The content. */
  byte[] der() throws BadPemException {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new BadPemException("a " + label + " that is not base64", "PEM (RFC 7468)", e);
    }
  }
}
