using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bot.Storage.Migrations;

[DbContext(typeof(BotDbContext))]
[Migration(Id)]
internal sealed class Privacy : Migration
{
    public const string Id = "0034_privacy";

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read(Id));
}
