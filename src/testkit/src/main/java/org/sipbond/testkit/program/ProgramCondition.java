package org.sipbond.testkit.program;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides for {@link RequiresProgram}. */
final class ProgramCondition implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<RequiresProgram> required =
        AnnotationSupport.findAnnotation(context.getElement(), RequiresProgram.class);
    List<String> names = required.map(annotation -> List.of(annotation.value())).orElse(List.of());
    return decide(new Programs(System.getenv("PATH")).missing(names), isCi());
  }

  static ConditionEvaluationResult decide(List<String> missing, boolean ci) {
    if (missing.isEmpty()) {
      return ConditionEvaluationResult.enabled("every program is here");
    }
    String reason = "programs not in the PATH: " + String.join(", ", missing);
    if (ci) {
      throw new ExtensionConfigurationException(reason + "; with CI=true nothing is skipped");
    }
    return ConditionEvaluationResult.disabled(reason);
  }

  private static boolean isCi() {
    String environment = System.getenv("CI");
    return Boolean.parseBoolean(System.getProperty("CI", environment == null ? "" : environment));
  }
}
