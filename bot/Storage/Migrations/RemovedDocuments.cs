using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Bot.Storage.Migrations;

[DbContext(typeof(BotDbContext))]
[Migration(Id)]
internal sealed class RemovedDocuments : Migration
{
    public const string Id = "0011_removed_documents";

    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read(Id));
}
