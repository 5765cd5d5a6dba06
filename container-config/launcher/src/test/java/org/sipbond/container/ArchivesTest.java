package org.sipbond.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivesTest {
  private final Path folder;

  ArchivesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void replacesWhatWasThereBefore() throws IOException {
    Path work = folder.resolve("work");
    Path archive = folder.resolve("a.war");
    TestArchives.write(archive, TestArchives.zip(Map.of("old/file", new byte[] {1})));
    Archives.explode(archive, work);
    TestArchives.write(archive, TestArchives.zip(Map.of("new/file", new byte[] {2})));
    Path exploded = Archives.explode(archive, work);
    assertThat(exploded.resolve("new/file")).hasBinaryContent(new byte[] {2});
    assertThat(exploded.resolve("old")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../escaped", "a/../../escaped", "/../../escaped"})
  void refusesAnEntryThatLiesOutside(String entry) throws IOException {
    Path archive =
        TestArchives.write(
            folder.resolve("a.war"), TestArchives.zip(Map.of(entry, new byte[] {1})));
    assertThatThrownBy(() -> Archives.explode(archive, folder.resolve("work")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("entry " + entry)
        .hasMessageEndingWith("lies outside");
    assertThat(Files.exists(folder.resolve("escaped"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<web><web-uri>../outside.war</web-uri></web>",
        "<web><web-uri>absent.war</web-uri></web>",
      })
  void refusesAnEarWhoseModulesAreNotInIt(String module) throws IOException {
    String descriptor = "<application><module>" + module + "</module></application>";
    Path ear =
        TestArchives.write(
            folder.resolve("a.ear"),
            TestArchives.zip(Map.of("META-INF/application.xml", TestArchives.utf8(descriptor))));
    assertThatThrownBy(() -> Ear.explode(ear, folder.resolve("work")))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("META-INF/application.xml names ");
  }

  @Test
  void neverFollowsADoctypeOfTheDescriptor() throws IOException {
    String descriptor =
        "<!DOCTYPE application SYSTEM \"http://192.0.2.1/application.dtd\"><application/>";
    Path ear =
        TestArchives.write(
            folder.resolve("a.ear"),
            TestArchives.zip(Map.of("META-INF/application.xml", TestArchives.utf8(descriptor))));
    assertThatThrownBy(() -> Ear.explode(ear, folder.resolve("work")))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("META-INF/application.xml cannot be read");
  }
}
