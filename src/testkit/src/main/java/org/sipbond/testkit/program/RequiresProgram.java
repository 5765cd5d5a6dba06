package org.sipbond.testkit.program;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Skips the test, and says why, where one of these programs is not in the PATH; fails it instead
 * where the environment or a system property says {@code CI=true}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(ProgramCondition.class)
public @interface RequiresProgram {
  /** Names as one would type them, such as {@code tshark} and {@code sipp}. */
  String[] value();
}
