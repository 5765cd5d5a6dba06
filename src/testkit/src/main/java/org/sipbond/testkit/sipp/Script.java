package org.sipbond.testkit.sipp;

import java.io.IOException;
import org.sipbond.core.net.Transport;

/** What one SIPp plays: one side of a conversation, in the language of SIPp. */
public interface Script {
  /** As it is printed, and as its file is called. */
  String title();

  /** Whether it starts calls. */
  boolean calls();

  /**
   * The text of the file, for that transport.
   *
   * @param patient whether messages may get lost
   */
  String text(Transport transport, boolean patient) throws IOException;
}
