package org.sipbond.persistence.journal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import org.sipbond.core.record.CallRecord;
import org.sipbond.core.record.CallRecordJson;

/** Records that the database will never take, a line each in a file that only people read. */
record Rejected(Path file) {
  private static final System.Logger LOG = System.getLogger(Rejected.class.getName());

  /** Keeps a record as JSON. */
  void keep(CallRecord call, Exception why) throws IOException {
    LOG.log(Level.ERROR, "call record {0} goes to {1}: {2}", call.id(), file, why.getMessage());
    line(CallRecordJson.of(call).toString());
  }

  /** Keeps an entry that cannot be read, in base 64. */
  void keep(byte[] entry, Exception why) throws IOException {
    LOG.log(Level.ERROR, "an entry of the journal goes to {0}: {1}", file, why.getMessage());
    line(Base64.getEncoder().encodeToString(entry));
  }

  private void line(String text) throws IOException {
    Files.writeString(
        file,
        text + "\n",
        StandardCharsets.US_ASCII,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
