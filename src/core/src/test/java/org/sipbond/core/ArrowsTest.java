package org.sipbond.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/** Holds the arrows of this module: which package may import which. */
@AnalyzeClasses(packages = "org.sipbond.core", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
  private static final String CORE = "org.sipbond.core.";

  @ArchTest static final ArchRule netImportsNoOtherPackage = only("net");
  @ArchTest static final ArchRule bondImportsNet = only("bond", "net");
  @ArchTest static final ArchRule resolveImportsNetAndBond = only("resolve", "net", "bond");
  @ArchTest static final ArchRule attemptImportsNetAndBond = only("attempt", "net", "bond");
  @ArchTest static final ArchRule ruleImportsBond = only("rule", "net", "bond");

  @ArchTest
  static final ArchRule configImportsRule =
      only("config", "net", "bond", "rule", "resolve", "attempt", "b2bua");

  @ArchTest
  static final ArchRule decisionImportsRule =
      only("decision", "net", "bond", "rule", "resolve", "attempt");

  @ArchTest static final ArchRule b2buaImportsNet = only("b2bua", "net");
  @ArchTest static final ArchRule jsonImportsNoOtherPackage = only("json");

  @ArchTest static final ArchRule guardImportsListeners = only("guard", "net", "bond");
  @ArchTest static final ArchRule dialogImportsListeners = only("dialog", "net", "bond");

  @ArchTest
  static final ArchRule recordImportsWhatItTellsOf =
      only("record", "net", "bond", "attempt", "rule", "b2bua", "json");

  @ArchTest
  static final ArchRule explainImportsWhatItTellsOf =
      only("explain", "net", "bond", "resolve", "attempt", "rule", "json");

  @ArchTest
  static final ArchRule lintImportsConfig =
      only("lint", "net", "bond", "resolve", "rule", "config", "json");

  @ArchTest
  static final ArchRule tlsImportsNet =
      classes()
          .that()
          .resideInAPackage(CORE + "tls")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "java..",
                  "javax.naming..",
                  "javax.security.auth.x500",
                  "org.jspecify..",
                  CORE + "tls",
                  CORE + "net"));

  @ArchTest
  static final ArchRule everyPackageIsNamedHere =
      classes()
          .should()
          .resideInAnyPackage(
              CORE + "net",
              CORE + "bond",
              CORE + "rule",
              CORE + "resolve",
              CORE + "attempt",
              CORE + "config",
              CORE + "decision",
              CORE + "dialog",
              CORE + "b2bua",
              CORE + "explain",
              CORE + "guard",
              CORE + "json",
              CORE + "lint",
              CORE + "record",
              CORE + "tls");

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("org.sipbond.core.(*)..").should().beFreeOfCycles();

  /** The package imports itself, the named ones, the JDK and JSpecify; nothing else. */
  private static ArchRule only(String name, String... imports) {
    List<String> allowed = new ArrayList<>(List.of("java..", "org.jspecify..", CORE + name));
    for (String imported : imports) {
      allowed.add(CORE + imported);
    }
    return classes()
        .that()
        .resideInAPackage(CORE + name)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)));
  }
}
