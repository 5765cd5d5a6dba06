package org.sipbond.core.decision;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.sipbond.core.bond.Selection;
import org.sipbond.core.rule.Ruling;

/** What becomes of the first request of a dialog. */
public sealed interface Decision {

  /** Calls the function of this case. */
  <T> T fold(Function<Bridge, T> bridge, Function<Refusal, T> refusal);

  /** What the egress bond answered; empty where none was asked. */
  Optional<Selection> selection();

  /** Why, in lines for a person; names addresses of both sides, so it is never sent to a peer. */
  String explanation();

  /** A second leg leaves by a member. */
  record Bridge(Ruling.Bridge ruling, Selection.Chosen member) implements Decision {
    @Override
    public <T> T fold(Function<Bridge, T> bridge, Function<Refusal, T> refusal) {
      return bridge.apply(this);
    }

    @Override
    public Optional<Selection> selection() {
      return Optional.of(member);
    }

    @Override
    public String explanation() {
      String taken = member.bond().name() + ": " + member.listener();
      return Explanation.text(ruling, member.destination(), "taken", taken, member.rejected());
    }
  }

  /** A final answer and no second leg. */
  sealed interface Refusal extends Decision {
    /** What the refusals are counted by. */
    Cause cause();

    /** The status of the answer: 400 to 699. */
    int status();

    /** One line without addresses, fit for a Reason header (RFC 3326). */
    String reason();

    @Override
    default <T> T fold(Function<Bridge, T> bridge, Function<Refusal, T> refusal) {
      return refusal.apply(this);
    }
  }

  /** Why nothing is sent. */
  enum Cause {
    /** The listener that the request came in by is in no bond. */
    NO_BOND,
    /** No rule fits. */
    NO_RULE,
    /** A rule rejects it. */
    REJECTED,
    /** The next hop cannot be located. */
    NO_DESTINATION,
    /** No member of the egress bond can send there. */
    NO_MEMBER;

    /** {@code no-bond}: the value of a label. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Refused before a bond was asked. */
  record Refused(Cause cause, int status, String reason, String explanation) implements Refusal {
    @Override
    public Optional<Selection> selection() {
      return Optional.empty();
    }
  }

  /** Refused because the egress bond has no member for the destination. */
  record NoMember(Ruling.Bridge ruling, Selection.NoMember none) implements Refusal {
    private static final int BAD_GATEWAY = 502;

    @Override
    public Cause cause() {
      return Cause.NO_MEMBER;
    }

    @Override
    public int status() {
      return BAD_GATEWAY;
    }

    @Override
    public String reason() {
      return none.reason();
    }

    @Override
    public Optional<Selection> selection() {
      return Optional.of(none);
    }

    @Override
    public String explanation() {
      return Explanation.text(ruling, none.destination(), "refused", reason(), none.rejected());
    }
  }
}
