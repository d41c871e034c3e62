using Bot.Audit;
using Bot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Tests.Console;
using Tests.Support;

namespace Tests.Audit;

public sealed class AuditTests(ConsoleRig rig) : IClassFixture<ConsoleRig>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_act_on_a_ticket_leaves_one_line_with_who_what_and_where_from()
    {
        int number = await rig.OpenAsync();
        await rig.Worker.PostFormAsync($"/console/tickets/{number}", $"/console/tickets/{number}/accept", ("version", "1"));
        AuditEntry line = (await OfAsync("tickets/accept", $"{number}")).ShouldHaveSingleItem();
        line.Person.ShouldBe(ConsoleRig.Lead);
        line.Address.ShouldBe("本机");
        (await rig.Host.Get<AuditCheck>().RunAsync(Token)).IsWhole.ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_refused_leaves_none()
    {
        int number = await rig.OpenAsync();
        await rig.Worker.PostFormAsync($"/console/tickets/{number}", $"/console/tickets/{number}/merge", ("version", "1"), ("into", "99999"));
        (await OfAsync("tickets/merge", $"{number}")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("UPDATE audit SET Person = '别人'")]
    [InlineData("DELETE FROM audit")]
    [InlineData("DELETE FROM audit WHERE Id = 1")]
    [InlineData("INSERT OR REPLACE INTO audit (Id, At, Person, Act, Before, Hash) VALUES (1, 0, '别人', 'x', '', '')")]
    public async Task Nobody_changes_a_line_by_sql(string sql)
    {
        await LineAsync();
        await using SqliteConnection connection = new(await rig.ReadAsync(db => Task.FromResult(db.Database.GetConnectionString())));
        await connection.OpenAsync(Token);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        Should.Throw<SqliteException>(() => command.ExecuteNonQuery()).Message.ShouldContain("record of acts");
    }

    [Fact]
    public async Task A_unit_of_work_that_fails_takes_its_line_with_it()
    {
        await Should.ThrowAsync<InvalidOperationException>(rig.Host.Get<WriteQueue>().RunAsync(
            async (db, token) =>
            {
                await rig.Host.Get<AuditTrail>().AddAsync(db, new AuditAct("x/never", Person: "某人"), token);
                throw new InvalidOperationException();
            },
            Token));
        (await OfAsync("x/never", null)).ShouldBeEmpty();
        await LineAsync();
        (await rig.Host.Get<AuditCheck>().RunAsync(Token)).IsWhole.ShouldBeTrue();
    }

    [Theory]
    [InlineData("DROP TRIGGER audit_no_update; UPDATE audit SET Detail = '别的' WHERE Id = 2", 2, 0)]
    [InlineData("DROP TRIGGER audit_no_delete; DELETE FROM audit WHERE Id = 2", 3, 0)]
    [InlineData("DROP TRIGGER audit_no_delete; DELETE FROM audit WHERE Id = 1", 2, 0)]
    [InlineData("DROP TRIGGER audit_no_delete; DELETE FROM audit WHERE Id >= 3", 0, 2)]
    public async Task Whoever_gets_round_the_triggers_is_seen_in_the_chain(string sql, long broken, long missing)
    {
        using TempFolder folder = new();
        await using StorageHost host = await StorageHost.StartAsync(folder.Path);
        AuditTrail trail = new(host.Writes, TimeProvider.System);
        for (int i = 0; i < 4; i++) { await trail.RecordAsync(new AuditAct("x/y", $"{i}", Person: "某人"), Token); }
        IDbContextFactory<BotDbContext> contexts = (IDbContextFactory<BotDbContext>)host.Services.GetService(typeof(IDbContextFactory<BotDbContext>))!;
        AuditCheck check = new(contexts);
        (await check.RunAsync(Token)).ShouldBe(new AuditState(4, null, 0));
        await host.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql, Token));
        AuditState state = await check.RunAsync(Token);
        state.IsWhole.ShouldBeFalse();
        (state.Broken ?? 0, state.Missing).ShouldBe((broken, missing));
    }

    private Task LineAsync() => rig.Host.Get<AuditTrail>().RecordAsync(new AuditAct("x/line", Person: "某人"), Token);

    private Task<List<AuditEntry>> OfAsync(string act, string? target) => rig.ReadAsync(db =>
        db.Set<AuditEntry>().Where(entry => entry.Act == act && entry.Target == target).ToListAsync(Token));
}
