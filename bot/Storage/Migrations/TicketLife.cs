using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bot.Storage.Migrations;

[DbContext(typeof(BotDbContext))]
[Migration(Id)]
internal sealed class TicketLife : Migration
{
    public const string Id = "0014_ticket_life";

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read(Id));
}
