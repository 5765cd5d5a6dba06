package org.sipbond.sip.command;

import java.util.List;
import org.sipbond.core.explain.PartsJson;
import org.sipbond.core.resolve.DnsAnswer;

/** What is remembered of DNS, as it is shown. */
record DnsAnswers(DnsCache cache) {

  /** All, or those about one name; negative where there are none about it. */
  Told show(String name) {
    List<DnsAnswer> answers =
        cache.cached().stream()
            .filter(answer -> name.isEmpty() || answer.question().name().equals(name))
            .toList();
    Told told = Told.lines(answers, DnsAnswer::toString, PartsJson::of);
    return new Told(name.isEmpty() || !answers.isEmpty(), told.text(), told.json());
  }

  /** All, or those about one name; negative where there were none about it. */
  Told flush(String name) {
    if (!name.isEmpty()) {
      int number = cache.flush(name);
      return Told.count(number, "forgotten", number > 0);
    }
    int number = cache.cached().size();
    cache.flush();
    return Told.count(number, "forgotten", true);
  }
}
