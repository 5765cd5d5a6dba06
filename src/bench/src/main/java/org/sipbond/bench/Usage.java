package org.sipbond.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a program and its children have used, as Linux counts it in /proc.
 *
 * @param cpu user and system time since the start
 * @param residentKib resident memory now, summed over the processes
 */
record Usage(Duration cpu, long residentKib) {
  /** USER_HZ, which is 100 on every architecture that Linux runs Java on. */
  private static final int TICKS_PER_SECOND = 100;

  private static final int UTIME = 11;
  private static final int STIME = 12;

  static Usage of(ProcessHandle process) {
    List<ProcessHandle> all = Stream.concat(Stream.of(process), process.descendants()).toList();
    long ticks = all.stream().mapToLong(each -> ticks(each.pid())).sum();
    long kib = all.stream().mapToLong(each -> residentKib(each.pid())).sum();
    return new Usage(Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND), kib);
  }

  private static long ticks(long pid) {
    String stat = read(pid, "stat");
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME]);
  }

  private static long residentKib(long pid) {
    return read(pid, "status")
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .sum();
  }

  private static String read(long pid, String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), file));
    } catch (IOException gone) {
      throw new UncheckedIOException("process " + pid + " is gone", gone);
    }
  }
}
