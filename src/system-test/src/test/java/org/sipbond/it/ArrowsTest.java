package org.sipbond.it;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Holds the arrows between the modules: who may import whom; those within core are held by core's
 * own tests. A rule about no class at all fails, as ArchUnit does by default; what is allowed to
 * few is compared with the very classes that do it.
 */
@AnalyzeClasses(packages = "org.sipbond", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
  private static final String CORE = "org.sipbond.core.";
  private static final String SIP = "org.sipbond.sip.";
  private static final String HOCON = "org.sipbond.hocon..";
  private static final String PERSISTENCE = "org.sipbond.persistence..";
  private static final String[] JDK = {"java..", "javax.management..", "org.jspecify.."};
  private static final String[] CONTAINER = {
    "org.mobicents..", "gov.nist..", "javax.sip..", "org.apache.catalina..", "org.apache.coyote.."
  };

  @ArchTest
  static final ArchRule coreImportsTheJdk =
      only("org.sipbond.core..", "javax.naming..", "javax.security.auth.x500");

  @ArchTest
  static final ArchRule hoconImportsCore = only(HOCON, CORE + "config", "com.typesafe.config..");

  @ArchTest
  static final ArchRule wireImportsNetAndBond =
      only("org.sipbond.wire..", CORE + "net", CORE + "bond", "javax.net.ssl");

  @ArchTest static final ArchRule managementImportsTheJdk = only("org.sipbond.management..");

  @ArchTest
  static final ArchRule testkitImportsCoreAndWire =
      only(
          "org.sipbond.testkit..",
          "org.sipbond.core..",
          "org.sipbond.wire..",
          "javax.net.ssl",
          "org.junit..",
          "org.xbill.DNS..");

  @ArchTest
  static final ArchRule dnsImportsResolve =
      only("org.sipbond.dns..", CORE + "resolve", CORE + "net", "org.xbill.DNS..");

  @ArchTest
  static final ArchRule persistenceImportsRecordsAndHibernate =
      only(
          PERSISTENCE,
          CORE + "record",
          "jakarta.persistence..",
          "javax.sql..",
          "org.hibernate..",
          "org.flywaydb..",
          "com.zaxxer.hikari..");

  @ArchTest
  static final ArchRule databasesKnowNothingOfWhatIsKept =
      noClasses()
          .that()
          .resideInAPackage("org.sipbond.persistence.database")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.sipbond..")
                  .and(not(resideInAPackage("org.sipbond.persistence.database"))));

  @ArchTest
  static final ArchRule onlyTheBootPackageWiresPersistence =
      noClasses()
          .that(not(resideInAnyPackage(PERSISTENCE, "org.sipbond.sip.boot")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(PERSISTENCE);

  @ArchTest
  static final ArchRule theSipApplicationImportsCoreAndManagement =
      only(
          "org.sipbond.sip..",
          "org.sipbond.core..",
          "org.sipbond.management..",
          HOCON,
          "org.sipbond.dns..",
          PERSISTENCE,
          "javax.sql..",
          "javax.naming..",
          "javax.servlet..",
          "org.mobicents.javax.servlet.sip");

  @ArchTest
  static final ArchRule translatorsKnowOnlyCoreAndJsr289 =
      only(SIP + "message", "org.sipbond.core..", "javax.servlet..");

  @ArchTest
  static final ArchRule observersKnowOnlyCore = only(SIP + "observe", "org.sipbond.core..");

  @ArchTest
  static final ArchRule commandsKnowOnlyCoreAndManagement =
      only(SIP + "command", "org.sipbond.core..", "org.sipbond.management");

  @ArchTest
  static final ArchRule outboundKnowsOnlyListeners =
      only(
          SIP + "outbound",
          CORE + "bond",
          CORE + "net",
          "javax.servlet..",
          "org.mobicents.javax.servlet.sip");

  @ArchTest
  static final ArchRule legsKnowNoCalls =
      only(
          SIP + "leg",
          "org.sipbond.core..",
          SIP + "message",
          SIP + "outbound",
          SIP + "observe",
          "javax.servlet..");

  @ArchTest
  static final ArchRule callsKnowNoServlets =
      only(
          SIP + "call",
          "org.sipbond.core..",
          SIP + "leg",
          SIP + "message",
          SIP + "observe",
          "javax.servlet..");

  @ArchTest
  static final ArchRule exchangesKnowNoCallsAndNoServlets =
      only(
          SIP + "exchange",
          "org.sipbond.core..",
          SIP + "leg",
          SIP + "message",
          SIP + "observe",
          "javax.servlet..");

  @ArchTest
  static final ArchRule theConsoleImportsManagement =
      only("org.sipbond.web..", "org.sipbond.management..", "javax.servlet..");

  @ArchTest
  static final ArchRule theApplicationsKnowNothingOfEachOther =
      slices().matching("org.sipbond.(sip|web)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule nobodyImportsAnApplication =
      noClasses()
          .that(not(resideInAnyPackage("org.sipbond.sip..", "org.sipbond.web..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.sipbond.sip..", "org.sipbond.web..");

  @ArchTest
  static final ArchRule theLauncherKnowsListenersOnly =
      only(
          "org.sipbond.container",
          CORE + "bond",
          CORE + "net",
          "org.apache.catalina..",
          "org.apache.tomcat..",
          "javax.servlet",
          "org.xml.sax..",
          "org.w3c.dom..",
          "javax.xml..");

  @ArchTest
  static final ArchRule adaptersKnowCertificatesAndNothingElseOfSipbond =
      noClasses()
          .that()
          .resideInAPackage("org.sipbond.container.adapter..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.sipbond..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "org.sipbond.container.adapter..", CORE + "tls", CORE + "net"))));

  @ArchTest
  static final ArchRule theDemoKnowsTheLauncherAndTheWire =
      only(
          "org.sipbond.demo",
          "org.sipbond.container",
          "org.sipbond.container.command",
          "org.sipbond.wire..",
          "org.sipbond.management",
          CORE + "bond",
          CORE + "net");

  @ArchTest
  static final ArchRule theCommandLineKnowsManagementAndTheLaunchersSeam =
      only(
          "org.sipbond.cli",
          "org.sipbond.container.command",
          "org.sipbond.management..",
          "picocli..");

  @ArchTest
  static final ArchRule theLauncherNamesNoClassOfTheSipContainer =
      noClasses()
          .that()
          .resideInAnyPackage("org.sipbond.container", "org.sipbond.container.command")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.mobicents..", "gov.nist..", "javax.sip..");

  @ArchTest
  static final ArchRule everyPackageIsNamedHere =
      classes()
          .should()
          .resideInAnyPackage(
              "org.sipbond.core..",
              HOCON,
              "org.sipbond.wire..",
              "org.sipbond.testkit..",
              "org.sipbond.dns..",
              PERSISTENCE,
              "org.sipbond.management..",
              "org.sipbond.sip..",
              "org.sipbond.web..",
              "org.sipbond.container..",
              "org.sipbond.demo..",
              "org.sipbond.cli..",
              "org.sipbond.arquillian..");

  @ArchTest
  static void onlyWhatStartsSomethingReadsHocon(JavaClasses classes) {
    assertThat(classes)
        .filteredOn(not(resideInAPackage(HOCON)))
        .filteredOn(type -> dependsOn(type, HOCON))
        .extracting(JavaClass::getPackageName)
        .containsOnly("org.sipbond.sip.boot", "org.sipbond.container.command");
  }

  @ArchTest
  static void onlyOneClassOutsideOfContainerConfigNamesTheContainer(JavaClasses classes) {
    assertThat(classes)
        .filteredOn(not(resideInAPackage("org.sipbond.container..")))
        .filteredOn(type -> dependsOn(type, CONTAINER))
        .extracting(JavaClass::getName)
        .containsExactly("org.sipbond.sip.outbound.VendorOutboundInterface");
  }

  @ArchTest
  static void onlyOutboundCallsSetOutboundInterface(JavaClasses classes) {
    assertThat(classes)
        .filteredOn(ArrowsTest::callsSetOutboundInterface)
        .extracting(JavaClass::getPackageName)
        .containsOnly("org.sipbond.sip.outbound");
  }

  private static boolean dependsOn(JavaClass type, String... packages) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(Dependency::getTargetClass)
        .anyMatch(resideInAnyPackage(packages));
  }

  /** Not where a session of the container overrides it: that chooses nothing. */
  private static boolean callsSetOutboundInterface(JavaClass type) {
    return type.getMethodCallsFromSelf().stream()
        .filter(call -> !call.getOrigin().getName().equals("setOutboundInterface"))
        .anyMatch(call -> call.getName().equals("setOutboundInterface"));
  }

  /** The package imports itself, the named ones, the JDK and JSpecify; nothing else. */
  private static ArchRule only(String name, String... imports) {
    String[] allowed =
        Stream.of(Stream.of(name), Arrays.stream(imports), Arrays.stream(JDK))
            .flatMap(Function.identity())
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(name)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed));
  }
}
