package org.sipbond.core.explain;

import java.util.function.Function;
import org.sipbond.core.bond.Bond;
import org.sipbond.core.net.TargetUri;
import org.sipbond.core.rule.Ruling;

/** What led to the egress bond and to the URI that is located. */
public sealed interface Course {

  /** Calls the function of this case. */
  <T> T fold(Function<ByRule, T> byRule, Function<ByBond, T> byBond);

  /** The bond that is asked for members, before its fallbacks. */
  Bond egress();

  /** The Request-URI of what would be sent, and where it leads. */
  TargetUri uri();

  /** A rule. */
  record ByRule(Ruling.Bridge ruling) implements Course {
    @Override
    public <T> T fold(Function<ByRule, T> byRule, Function<ByBond, T> byBond) {
      return byRule.apply(this);
    }

    @Override
    public Bond egress() {
      return ruling.egress();
    }

    @Override
    public TargetUri uri() {
      return ruling.requestUri();
    }
  }

  /** Whoever asked named both. */
  record ByBond(Bond egress, TargetUri uri) implements Course {
    @Override
    public <T> T fold(Function<ByRule, T> byRule, Function<ByBond, T> byBond) {
      return byBond.apply(this);
    }
  }
}
