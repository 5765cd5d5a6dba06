package org.sipbond.persistence.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One file of the journal. Open only while it is used. */
final class Segment {
  private static final String DAMAGED = ".damaged";

  private final Path file;
  private Optional<FileChannel> opened = Optional.empty();
  private long size;

  /** The file, which may be there already. */
  Segment(Path file) throws IOException {
    this.file = file;
    this.size = Files.exists(file) ? Files.size(file) : 0;
  }

  long size() {
    return size;
  }

  /** Writes all of the bytes or, as far as the file goes, none. */
  void append(ByteBuffer bytes) throws IOException {
    FileChannel channel = channel();
    long end = size;
    try {
      while (bytes.hasRemaining()) {
        end += channel.write(bytes, end);
      }
      size = end;
    } finally {
      if (size != end) {
        channel.truncate(size);
      }
    }
  }

  /** The bytes from a place on, as many as there are and fit. */
  ByteBuffer read(long from, int most) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(most, size - from));
    FileChannel channel = channel();
    long at = from;
    int read = 0;
    while (bytes.hasRemaining() && read >= 0) {
      read = channel.read(bytes, at);
      at += read;
    }
    return bytes.flip();
  }

  void clear() throws IOException {
    channel().truncate(0);
    size = 0;
  }

  /** Deletes the file. */
  void delete() throws IOException {
    release();
    Files.delete(file);
  }

  /** Keeps the file under another name, at which nobody looks but people; that name. */
  Path putAside() throws IOException {
    release();
    return Files.move(file, file.resolveSibling(file.getFileName() + DAMAGED));
  }

  /** Closes the file until it is used again. */
  void release() throws IOException {
    if (opened.isPresent()) {
      opened.get().close();
      opened = Optional.empty();
    }
  }

  private FileChannel channel() throws IOException {
    if (opened.isEmpty()) {
      opened =
          Optional.of(
              FileChannel.open(
                  file,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.READ,
                  StandardOpenOption.WRITE));
    }
    return opened.get();
  }
}
