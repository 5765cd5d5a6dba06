package org.sipbond.sip.command;

import java.util.List;
import java.util.function.Function;
import org.sipbond.core.json.Json;
import org.sipbond.management.Answer;
import org.sipbond.management.ApplicationMXBean;
import org.sipbond.management.BondView;
import org.sipbond.management.CommandsMXBean;
import org.sipbond.management.ListenerView;

/** Answers commands from what the application shows of itself. Free for any thread. */
public final class Commands implements CommandsMXBean {
  private final ApplicationMXBean application;

  /** The commands of an application. */
  public Commands(ApplicationMXBean application) {
    this.application = application;
  }

  @Override
  public Answer listeners(String format) {
    return list(format, application.getListeners(), Commands::row, Commands::fields);
  }

  @Override
  public Answer bonds(String format) {
    return list(format, application.getBonds(), Commands::row, Commands::fields);
  }

  @Override
  public Answer calls(String format) {
    return list(format, application.getRecentCalls(), List::of, Json::of);
  }

  @Override
  public Answer explainCall(String callId, String format) {
    boolean known = application.getRecentCalls().contains(callId);
    Function<String, Answer> answer = known ? Answer::ok : Answer::negative;
    String text = application.explainCall(callId);
    return Format.choose(format, () -> answer.apply(text), () -> answer.apply(json(callId, text)));
  }

  private static <T> Answer list(
      String format, List<T> values, Function<T, List<String>> row, Function<T, Json> json) {
    return Format.choose(
        format,
        () -> Answer.ok(Table.of(values.stream().map(row).toList())),
        () -> Answer.ok(Json.list(values.stream().map(json)).toString()));
  }

  private static List<String> row(ListenerView listener) {
    String seen = "as " + listener.getAdvertised();
    return List.of(
        listener.getName(),
        listener.getSocket(),
        listener.getSocket().endsWith(":" + listener.getAdvertised()) ? "" : seen);
  }

  private static Json fields(ListenerView listener) {
    return Json.fields()
        .with("name", listener.getName())
        .with("socket", listener.getSocket())
        .with("advertised", listener.getAdvertised());
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

  private static String json(String callId, String text) {
    return Json.fields().with("callId", callId).with("explanation", text).toString();
  }
}
