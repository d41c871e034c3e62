using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bot.Storage.Migrations;

/// <summary>What was asked, and the documents that answer.</summary>
[DbContext(typeof(BotDbContext))]
[Migration(Id)]
internal sealed class Answers : Migration
{
    public const string Id = "0002_answers";

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read(Id));
}
