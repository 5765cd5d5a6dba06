package org.sipbond.persistence.journal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Entries in files of one folder, in the order of writing, until they are taken out. What was
 * written survives the end of the process, not a failure of the machine: nothing waits for the
 * disk. One thread writes, one reads.
 */
final class Journal implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Journal.class.getName());
  private static final String ENDING = ".journal";
  private static final int SEGMENT_BYTES = 4 << 20;
  private static final int READ_BYTES = 1 << 20;

  private final Path folder;
  private final int segmentBytes;
  private final FileChannel lockFile;

  /** Never empty: the first is read, the last is written to. */
  private final Deque<Segment> segments = new ArrayDeque<>();

  /** The number in the name of the last one. */
  private long number;

  /** How far the first has been taken out. */
  private long taken;

  private boolean closed;

  private Journal(Path folder, int segmentBytes, FileChannel lockFile) throws IOException {
    this.folder = folder;
    this.segmentBytes = segmentBytes;
    this.lockFile = lockFile;
    for (Path file : files(folder)) {
      segments.add(new Segment(file));
      number = Long.parseLong(file.getFileName().toString().replace(ENDING, ""));
    }
    begin();
  }

  /** Goes on with what an earlier process left in the folder, which is made where it is absent. */
  static Journal open(Path folder) throws IOException {
    return open(folder, SEGMENT_BYTES);
  }

  /**
   * The journal of a folder.
   *
   * @param segmentBytes the size from which on a new file is begun
   * @throws IOException also where another process has it
   */
  static Journal open(Path folder, int segmentBytes) throws IOException {
    Files.createDirectories(folder);
    FileChannel lockFile =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locked(lockFile)) {
      lockFile.close();
      throw new IOException(folder + " is in use; allowed: one process for each folder");
    }
    return new Journal(folder, segmentBytes, lockFile);
  }

  private static boolean locked(FileChannel lockFile) throws IOException {
    try {
      return lockFile.tryLock() != null;
    } catch (OverlappingFileLockException ofThisProcess) {
      LOG.log(Level.DEBUG, "this process has the lock", ofThisProcess);
      return false;
    }
  }

  /** Those of an earlier process, the oldest first. */
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("\\d+\\" + ENDING))
          .sorted()
          .toList();
    }
  }

  private void begin() throws IOException {
    number++;
    segments.add(new Segment(folder.resolve("%012d%s".formatted(number, ENDING))));
  }

  /**
   * Writes entries; all of them or none.
   *
   * @param entries none of them empty
   */
  synchronized void append(List<byte[]> entries) throws IOException {
    refuseWhereClosed();
    if (segments.getLast().size() >= segmentBytes) {
      if (segments.size() > 1) {
        segments.getLast().release();
      }
      begin();
    }
    segments.getLast().append(Frame.write(entries));
  }

  /** How many bytes wait, about. */
  synchronized long waiting() {
    return segments.stream().mapToLong(Segment::size).sum() - taken;
  }

  /** Entries that are not taken out, the oldest first; none where there is nothing. */
  synchronized Taken next(int most) throws IOException {
    refuseWhereClosed();
    Taken here = read(most);
    while (here.entries().isEmpty() && segments.size() > 1) {
      forgetFirst();
      here = read(most);
    }
    return here;
  }

  private Taken read(int most) throws IOException {
    ByteBuffer frames = segments.getFirst().read(taken, READ_BYTES);
    List<byte[]> entries = new ArrayList<>();
    Optional<byte[]> entry = Frame.read(frames);
    while (entry.isPresent()) {
      entries.add(entry.get());
      entry = entries.size() < most ? Frame.read(frames) : Optional.empty();
    }
    return new Taken(entries, taken + frames.position());
  }

  /** Takes out what {@link #next} gave last. */
  synchronized void done(Taken what) throws IOException {
    refuseWhereClosed();
    taken = what.end();
    if (segments.size() == 1 && taken >= segments.getFirst().size()) {
      segments.getFirst().clear();
      taken = 0;
    }
  }

  /** A file of which there is nothing left that can be read. */
  private void forgetFirst() throws IOException {
    Segment first = segments.getFirst();
    if (taken < first.size()) {
      LOG.log(Level.WARNING, "{0} cannot be read behind byte {1}", first.putAside(), taken);
    } else {
      first.delete();
    }
    segments.removeFirst();
    taken = 0;
  }

  /** The folder may be another process's already. */
  private void refuseWhereClosed() throws IOException {
    if (closed) {
      throw new IOException("the journal is closed");
    }
  }

  /** Leaves the folder to the next; a thread that still uses the journal is refused. */
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    for (Segment segment : segments) {
      segment.release();
    }
    Segment last = segments.getLast();
    if (last.size() == 0) {
      last.delete();
    }
    lockFile.close();
  }

  /**
   * Entries that were read.
   *
   * @param end how far that is in their file
   */
  record Taken(List<byte[]> entries, long end) {
    Taken {
      entries = List.copyOf(entries);
    }
  }
}
