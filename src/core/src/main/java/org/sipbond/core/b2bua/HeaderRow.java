package org.sipbond.core.b2bua;

/**
 * A row of the table of headers.
 *
 * @param name the long name, or a prefix of names that ends in {@code *}
 * @param compact the compact form (RFC 3261 §7.3.3); empty text where there is none
 * @param why a reason, with the section
 */
public record HeaderRow(String name, String compact, Fate fate, String why) {

  /** The row as {@code src/docs/headers.md} has it. */
  @Override
  public String toString() {
    return "| %s | %s | %s | %s |".formatted(name, compact, fate, why);
  }
}
