package org.sipbond.persistence.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final int SMALL = 20;

  private final Path folder;

  JournalTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void givesEntriesInTheOrderOfWriting() throws Exception {
    try (Journal journal = Journal.open(folder)) {
      journal.append(bytes("one", "two"));
      journal.append(bytes("three"));

      assertThat(texts(journal.next(2))).containsExactly("one", "two");
    }
  }

  @Test
  void givesTheSameAgainUntilTheyAreTakenOut() throws Exception {
    try (Journal journal = Journal.open(folder)) {
      journal.append(bytes("one", "two"));
      Journal.Taken first = journal.next(1);

      assertThat(texts(journal.next(1))).containsExactly("one");
      journal.done(first);
      assertThat(texts(journal.next(1))).containsExactly("two");
    }
  }

  @Test
  void goesOnAcrossFilesAndDeletesThem() throws Exception {
    try (Journal journal = Journal.open(folder, SMALL)) {
      for (int i = 0; i < 10; i++) {
        journal.append(bytes("entry " + i));
      }
      assertThat(files()).hasSizeGreaterThan(3);

      for (int i = 0; i < 10; i++) {
        Journal.Taken next = journal.next(1);
        assertThat(texts(next)).containsExactly("entry " + i);
        journal.done(next);
      }
      assertThat(journal.next(1).entries()).isEmpty();
      assertThat(journal.waiting()).isZero();
      assertThat(files()).hasSize(1);
    }
  }

  @Test
  void takesWhatAnEarlierProcessLeft() throws Exception {
    try (Journal journal = Journal.open(folder)) {
      journal.append(bytes("one", "two"));
      journal.done(journal.next(1));
    }
    try (Journal journal = Journal.open(folder)) {
      journal.append(bytes("three"));

      assertThat(texts(journal.next(9))).containsExactly("one", "two");
      journal.done(journal.next(9));
      assertThat(texts(journal.next(9))).containsExactly("three");
    }
  }

  @Test
  void leavesNoFileWhenAllIsTakenOut() throws Exception {
    try (Journal journal = Journal.open(folder)) {
      journal.append(bytes("one"));
      journal.done(journal.next(9));
    }

    assertThat(files()).isEmpty();
  }

  @Test
  void passesOverAnEntryThatWasTornByTheEndOfTheProcess() throws Exception {
    try (Journal journal = Journal.open(folder)) {
      journal.append(bytes("one", "two"));
    }
    Path file = files().get(0);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 1);
    }
    try (Journal journal = Journal.open(folder)) {
      journal.append(bytes("three"));

      journal.done(journal.next(9));
      assertThat(texts(journal.next(9))).containsExactly("three");
      assertThat(file.resolveSibling(file.getFileName() + ".damaged")).exists();
    }
  }

  @Test
  void passesOverAnEntryThatIsNotWhatWasWritten() throws Exception {
    try (Journal journal = Journal.open(folder)) {
      journal.append(bytes("one"));
    }
    byte[] written = Files.readAllBytes(files().get(0));
    written[written.length - 1]++;
    Files.write(files().get(0), written);
    try (Journal journal = Journal.open(folder)) {
      assertThat(journal.next(9).entries()).isEmpty();
    }
  }

  @Test
  void belongsToOneAtATime() throws Exception {
    try (Journal journal = Journal.open(folder)) {
      journal.append(bytes("one"));

      assertThatThrownBy(() -> Journal.open(folder))
          .isInstanceOf(IOException.class)
          .hasMessage(folder + " is in use; allowed: one process for each folder");
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".journal")).sorted().toList();
    }
  }

  private static List<byte[]> bytes(String... texts) {
    return Arrays.stream(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  private static List<String> texts(Journal.Taken taken) {
    return taken.entries().stream()
        .map(entry -> new String(entry, StandardCharsets.UTF_8))
        .toList();
  }
}
