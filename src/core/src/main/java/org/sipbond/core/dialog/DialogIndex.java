package org.sipbond.core.dialog;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which dialog is the other leg of which. Calls put theirs in when a response has made both, early
 * ones too, and take them out at their end. Free for any thread.
 */
public final class DialogIndex {
  private final Map<DialogId, DialogId> others = new ConcurrentHashMap<>();

  /** These two are the legs of one call. */
  public void join(DialogId one, DialogId other) {
    others.put(one, other);
    others.put(other, one);
  }

  /** The dialog is over, and so is that of the other leg. */
  public void part(DialogId one) {
    DialogId other = others.remove(one);
    if (other != null) {
      others.remove(other);
    }
  }

  /** How many dialogs are known. */
  public int size() {
    return others.size();
  }

  /**
   * What the peer whose dialog is meant has to be told. A peer that names its dialog with sipbond
   * means the one behind: the other leg's, as that leg's peer knows it. A reference that says this
   * already, or that means no dialog of ours, stays as it is.
   */
  public DialogReference across(DialogReference reference) {
    DialogId meant = new DialogId(reference.callId(), reference.toTag(), reference.fromTag());
    return Optional.ofNullable(others.get(meant)).map(DialogId::toldToThePeer).orElse(reference);
  }
}
