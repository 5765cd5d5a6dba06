package org.sipbond.sip.command;

import java.util.List;
import org.sipbond.core.json.Json;
import org.sipbond.management.ApplicationMXBean;
import org.sipbond.management.BondView;
import org.sipbond.management.ListenerView;

/** What the application shows of itself, as lists. */
record Listings(ApplicationMXBean application) {

  Told listeners() {
    return Told.table(application.getListeners(), Listings::row, Listings::fields);
  }

  Told bonds() {
    return Told.table(application.getBonds(), Listings::row, Listings::fields);
  }

  private static List<String> row(ListenerView listener) {
    boolean own = listener.getSocket().endsWith(":" + listener.getAdvertised());
    return List.of(
        listener.getName(),
        listener.getSocket(),
        own ? "" : "as " + listener.getAdvertised(),
        listener.getState());
  }

  private static Json fields(ListenerView listener) {
    return Json.fields()
        .with("name", listener.getName())
        .with("socket", listener.getSocket())
        .with("advertised", listener.getAdvertised())
        .with("state", listener.getState());
  }

  private static List<String> row(BondView bond) {
    return List.of(
        bond.getName(),
        String.join(", ", bond.getMembers()),
        String.join(", ", bond.getCoverage()),
        bond.getOnNoMatch());
  }

  private static Json fields(BondView bond) {
    return Json.fields()
        .with("name", bond.getName())
        .with("members", Json.texts(bond.getMembers()))
        .with("coverage", Json.texts(bond.getCoverage()))
        .with("onNoMatch", bond.getOnNoMatch());
  }
}
