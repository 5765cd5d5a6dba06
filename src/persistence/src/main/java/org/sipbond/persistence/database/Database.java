package org.sipbond.persistence.database;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.BatchSettings;
import org.hibernate.cfg.JdbcSettings;

/**
 * One database. It is asked for nothing before it is opened, by itself or by its first transaction,
 * which brings its tables up to date; a database that is absent then is tried again with the next
 * one.
 */
public final class Database implements AutoCloseable {
  private static final int BATCH = 100;

  private final DataSource source;
  private final List<Class<?>> entities;
  private Optional<SessionFactory> opened = Optional.empty();
  private boolean closed;

  /**
   * @param source stays open when this is closed
   * @param entities the classes that Hibernate maps
   */
  public Database(DataSource source, List<Class<?>> entities) {
    this.source = source;
    this.entities = List.copyOf(entities);
  }

  /**
   * Brings the tables up to date, and Hibernate up; does nothing where that is done.
   *
   * @throws DatabaseException if the database cannot be asked, or refuses
   */
  public void open() throws DatabaseException {
    try {
      sessions();
    } catch (HibernateException | FlywayException failed) {
      throw new DatabaseException(failed);
    }
  }

  /**
   * Does something in one transaction, which is committed unless it throws.
   *
   * @throws DatabaseException if the database cannot be asked, or refuses
   */
  public <T> T inTransaction(Function<StatelessSession, T> work) throws DatabaseException {
    try {
      return sessions().fromStatelessTransaction(work);
    } catch (HibernateException | FlywayException failed) {
      throw new DatabaseException(failed);
    }
  }

  private synchronized SessionFactory sessions() {
    if (closed) {
      throw new HibernateException("the database is closed");
    }
    if (opened.isEmpty()) {
      Migration.run(source);
      opened = Optional.of(factory());
    }
    return opened.get();
  }

  /** Throws where the mapped classes and the tables differ. */
  public void check() {
    sessions().getSchemaManager().validateMappedObjects();
  }

  private SessionFactory factory() {
    StandardServiceRegistry services =
        new StandardServiceRegistryBuilder(
                new BootstrapServiceRegistryBuilder()
                    .applyClassLoader(Database.class.getClassLoader())
                    .build())
            .applySetting(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, source)
            .applySetting(JdbcSettings.JDBC_TIME_ZONE, "UTC")
            .applySetting(BatchSettings.STATEMENT_BATCH_SIZE, BATCH)
            // They are thrown, and said once by who tries again and again.
            .applySetting(JdbcSettings.LOG_JDBC_ERRORS, false)
            .build();
    try {
      return new MetadataSources(services)
          .addAnnotatedClasses(entities.toArray(Class<?>[]::new))
          .getMetadataBuilder()
          .applyPhysicalNamingStrategy(new PhysicalNamingStrategySnakeCaseImpl())
          .build()
          .buildSessionFactory();
    } catch (HibernateException broken) {
      StandardServiceRegistryBuilder.destroy(services);
      throw broken;
    }
  }

  /** Lets go of what Hibernate holds; nothing works from then on. */
  @Override
  public synchronized void close() {
    closed = true;
    opened.ifPresent(SessionFactory::close);
    opened = Optional.empty();
  }
}
