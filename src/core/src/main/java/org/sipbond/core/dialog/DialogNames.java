package org.sipbond.core.dialog;

import org.sipbond.core.bond.Listener;

/**
 * Says in headers of one leg what the other leg calls the dialogs that they name. Free for any
 * thread.
 *
 * @param index the dialogs of all calls
 */
public record DialogNames(DialogIndex index) {

  /** The value of Replaces, Join or Target-Dialog for the other leg. */
  public String across(NamingHeader header, String value) {
    return header.rewrite(value, index::across);
  }

  /**
   * The value of Refer-To for a peer that {@code member} sends to.
   *
   * @param value one value, with or without display name
   */
  public String referTo(String value, Listener member) {
    return ReferTo.parse(value).across(index::across, member).toString();
  }
}
