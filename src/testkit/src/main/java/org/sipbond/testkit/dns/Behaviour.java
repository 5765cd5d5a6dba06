package org.sipbond.testkit.dns;

/** What a server does with a question. */
public enum Behaviour {
  /** Answers from its zones. */
  ANSWER,
  SERVFAIL,
  REFUSED,
  /** Does not answer at all. */
  SILENCE,
  /** Answers over UDP with nothing but the mark that there is more; over TCP in full. */
  TRUNCATE,
  /** Answers with octets that are no message. */
  MALFORMED,
  /** Answers another question. */
  OTHER_QUESTION
}
