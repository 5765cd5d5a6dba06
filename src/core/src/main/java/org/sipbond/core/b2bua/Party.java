package org.sipbond.core.b2bua;

/** Who speaks on a leg of a bridged call. */
public enum Party {
  /** Whose INVITE began the call. */
  CALLER,
  /** Whom it was sent on to. */
  CALLEE
}
