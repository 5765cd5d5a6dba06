package org.sipbond.sip.command;

import java.util.function.Supplier;
import org.sipbond.management.Answer;
import org.sipbond.management.CommandsMXBean;

/** In which of the two formats an answer is wanted. */
final class Format {
  private Format() {}

  /** The answer of one of the two; invalid where the name is of none. */
  static Answer choose(String name, Supplier<Answer> text, Supplier<Answer> json) {
    return switch (name) {
      case CommandsMXBean.TEXT -> text.get();
      case CommandsMXBean.JSON -> json.get();
      default ->
          Answer.invalid(
              "format: found \""
                  + name
                  + "\"; allowed: "
                  + CommandsMXBean.TEXT
                  + ", "
                  + CommandsMXBean.JSON);
    };
  }
}
