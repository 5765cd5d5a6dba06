package org.sipbond.management;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** Commands that answer as a test says; whatever operations there are. */
public final class ScriptedCommands {

  private ScriptedCommands() {}

  /**
   * Commands of which every operation is answered by one function.
   *
   * @param script takes the name of the operation and its arguments
   */
  public static CommandsMXBean answering(BiFunction<String, List<String>, Answer> script) {
    return (CommandsMXBean)
        Proxy.newProxyInstance(
            CommandsMXBean.class.getClassLoader(),
            new Class<?>[] {CommandsMXBean.class},
            (self, operation, arguments) ->
                operation.getDeclaringClass() == CommandsMXBean.class
                    ? script.apply(operation.getName(), texts(arguments))
                    : operation.invoke(script, arguments));
  }

  /** Each operation answered with its name and its arguments: {@code explain|sip:a@b||text}. */
  public static CommandsMXBean echoing(Answer.Outcome outcome) {
    return answering(
        (operation, arguments) ->
            new Answer(
                outcome, arguments.isEmpty() ? operation : operation + "|" + joined(arguments)));
  }

  private static String joined(List<String> arguments) {
    return String.join("|", arguments);
  }

  private static List<String> texts(Object[] arguments) {
    return arguments == null ? List.of() : Arrays.stream(arguments).map(String::valueOf).toList();
  }
}
