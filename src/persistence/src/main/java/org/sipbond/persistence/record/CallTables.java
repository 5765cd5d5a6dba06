package org.sipbond.persistence.record;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.sipbond.core.record.ArchiveException;
import org.sipbond.core.record.CallArchive;
import org.sipbond.core.record.CallRecord;
import org.sipbond.core.record.CallSearch;
import org.sipbond.persistence.database.Database;
import org.sipbond.persistence.database.DatabaseException;

/** The tables of call records. */
public final class CallTables implements CallArchive, CallStore {
  /** What {@link Database} has to map. */
  public static final List<Class<?>> ENTITIES = List.of(CallEntity.class, AttemptEntity.class);

  private final Database database;

  public CallTables(Database database) {
    this.database = database;
  }

  @Override
  public void open() throws DatabaseException {
    database.open();
  }

  @Override
  public void add(List<CallRecord> records) throws DatabaseException {
    database.inTransaction(
        session -> {
          insert(session, records);
          return records.size();
        });
  }

  /** A record that is there already is left: it came again after a failure that hid its success. */
  private static void insert(StatelessSession session, List<CallRecord> records) {
    Set<UUID> there =
        Set.copyOf(
            session
                .createSelectionQuery(
                    "select c.id from CallEntity c where c.id in (:ids)", UUID.class)
                .setParameterList("ids", records.stream().map(CallRecord::id).toList())
                .getResultList());
    List<CallRecord> absent = records.stream().filter(call -> !there.contains(call.id())).toList();
    session.insertMultiple(absent.stream().map(CallMapper::row).toList());
    session.insertMultiple(
        absent.stream().flatMap(call -> CallMapper.attempts(call).stream()).toList());
  }

  @Override
  public List<CallRecord> find(CallSearch search) throws ArchiveException {
    try {
      return database.inTransaction(session -> find(session, search));
    } catch (DatabaseException failed) {
      throw new ArchiveException("the database does not answer: " + failed.getMessage(), failed);
    }
  }

  private static List<CallRecord> find(StatelessSession session, CallSearch search) {
    List<CallEntity> calls = calls(session, search);
    Map<UUID, List<AttemptEntity>> attempts =
        session
            .createSelectionQuery(
                "from AttemptEntity a where a.callRef in (:ids) order by a.callRef, a.place",
                AttemptEntity.class)
            .setParameterList("ids", calls.stream().map(call -> call.id).toList())
            .getResultStream()
            .collect(Collectors.groupingBy(attempt -> attempt.callRef));
    return calls.stream()
        .map(call -> CallMapper.record(call, attempts.getOrDefault(call.id, List.of())))
        .toList();
  }

  private static List<CallEntity> calls(StatelessSession session, CallSearch search) {
    String named =
        search.callId().isEmpty()
            ? ""
            : " and (c.callId = :callId or c.id in"
                + " (select a.callRef from AttemptEntity a where a.callId = :callId))";
    var query =
        session
            .createSelectionQuery(
                "from CallEntity c where c.started >= :from and c.started < :to"
                    + named
                    + " order by c.started desc, c.id",
                CallEntity.class)
            .setParameter("from", search.from())
            .setParameter("to", search.to())
            .setMaxResults(search.limit());
    if (!named.isEmpty()) {
      query.setParameter("callId", Texts.fit(search.callId(), CallMapper.ID));
    }
    return query.getResultList();
  }
}
