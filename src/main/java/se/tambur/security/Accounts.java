package se.tambur.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tambur.shared.Audited;
import se.tambur.shared.Roles;

/** Those who may log in. */
@Component
class Accounts {

    private final JdbcClient jdbc;
    private final SecondSteps secondSteps;
    private final ApplicationEventPublisher events;

    Accounts(JdbcClient jdbc, SecondSteps secondSteps, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.secondSteps = secondSteps;
        this.events = events;
    }

    /** An account that was removed, whole, as regret brings it back. */
    record Removed(Account account, Optional<SecondSteps.Kept> secondStep) {}

    boolean none() {
        return jdbc.sql("select count(*) from account").query(Integer.class).single() == 0;
    }

    List<Account> all() {
        return jdbc.sql("select * from account order by name_key")
                .query(Accounts::read)
                .list();
    }

    Optional<Account> named(String name) {
        return jdbc.sql("select * from account where name_key = ?")
                .param(Account.key(name))
                .query(Accounts::read)
                .optional();
    }

    Optional<Account> withId(UUID id) {
        return jdbc.sql("select * from account where id = ?")
                .param(id)
                .query(Accounts::read)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the name is taken */
    @Transactional
    void add(Account account, String author) {
        jdbc.sql("insert into account (id, name, name_key, password_hash, role, centre, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(account.id())
                .param(account.name())
                .param(Account.key(account.name()))
                .param(account.passwordHash())
                .param(account.role())
                .param(account.centre())
                .param(OffsetDateTime.ofInstant(account.createdAt(), ZoneOffset.UTC))
                .update();
        audit(account, "account.made", author);
    }

    /** @return empty when it was the last administrator, who must stay, or is gone already */
    @Transactional
    Optional<Removed> remove(UUID id, String author) {
        // Locks the administrators, so that two of them cannot remove each other at once
        List<Account> admins = jdbc.sql("select * from account where role = ? for update")
                .param(Roles.ADMIN)
                .query(Accounts::read)
                .list();
        if (admins.size() == 1 && admins.getFirst().id().equals(id)) {
            return Optional.empty();
        }
        return withId(id).map(account -> {
            var gone = new Removed(account, secondSteps.kept(id));
            jdbc.sql("delete from account where id = ?").param(id).update();
            audit(account, "account.removed", author);
            return gone;
        });
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the name has been taken meanwhile */
    @Transactional
    void restore(Removed removed, String author) {
        add(removed.account(), author);
        removed.secondStep()
                .ifPresent(step -> secondSteps.keep(removed.account().id(), step));
    }

    @Transactional
    void changePassword(Account account, String hash) {
        jdbc.sql("update account set password_hash = ? where id = ?")
                .params(hash, account.id())
                .update();
        events.publishEvent(account.did("account.password-changed"));
    }

    private void audit(Account account, String deed, String author) {
        String centre = account.centre();
        events.publishEvent(
                new Audited(author, centre == null ? "" : centre, deed, account.name() + " " + account.role()));
    }

    private static Account read(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("password_hash"),
                row.getString("role"),
                row.getString("centre"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
