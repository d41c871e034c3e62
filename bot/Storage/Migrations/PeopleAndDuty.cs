using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bot.Storage.Migrations;

[DbContext(typeof(BotDbContext))]
[Migration(Id)]
internal sealed class PeopleAndDuty : Migration
{
    public const string Id = "0016_people_and_duty";

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read(Id));
}
