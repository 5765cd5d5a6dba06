package org.sipbond.sip.command;

import java.util.List;
import org.sipbond.core.config.AppConfig;
import org.sipbond.core.lint.Lint;
import org.sipbond.core.lint.Warning;

/** Looks through the active configuration, with what DNS says of its next hops now. */
record Linting(AppConfig config, Locator locator) {

  /** Negative where there is a warning. */
  Told lint() {
    List<Warning> warnings = Lint.of(config, locator.locate(Lint.targets(config)));
    Told told = Told.lines(warnings, Warning::toString, Warning::json);
    return warnings.isEmpty() ? new Told(true, "no warnings", told.json()) : negative(told);
  }

  private static Told negative(Told told) {
    return new Told(false, told.text(), told.json());
  }
}
