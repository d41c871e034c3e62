using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bot.Storage.Migrations;

[DbContext(typeof(BotDbContext))]
[Migration(Id)]
internal sealed class Places : Migration
{
    public const string Id = "0017_places";

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read(Id));
}
