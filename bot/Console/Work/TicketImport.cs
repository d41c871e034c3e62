using System.Security.Cryptography;
using System.Text;
using Bot.Console.ByHand;
using Bot.Grids;
using Bot.Messaging;
using Bot.Sheets;
using Bot.Storage;
using Bot.Tickets;
using Bot.Tickets.Moves;
using Bot.Triage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Work;

/// <summary>What came of one row of a sheet.</summary>
/// <param name="Row">The number on its left edge.</param>
/// <param name="Problem">Why nothing was taken from it; null when something was or nothing had to be.</param>
public sealed record ImportedRow(int Row, string? Problem, int? Ticket = null, bool Opened = false);

/// <summary>The sheet read back: a row with a number corrects that ticket, one without opens a new one; a wrong row stops no other.</summary>
public sealed class TicketImport(
    IDbContextFactory<BotDbContext> contexts, CorrectTicketHandler correct, RecordByHandHandler record, HandReading reading, CommunityStore community)
{
    public const int Most = 2_000;

    /// <summary>One result per row, in order; a single one of row 1 when the sheet has no heading of ours.</summary>
    public async Task<IReadOnlyList<ImportedRow>> TakeAsync(ReadSheet sheet, Scope scope, CancellationToken cancellationToken)
    {
        if (sheet.Column("什么事") < 0) { return [new ImportedRow(1, "第一行没有“什么事”这一栏，请用导出的表来改")]; }
        if (sheet.Rows.Count - 1 > Most) { return [new ImportedRow(1, $"一次最多{Most}行，请分成几份")]; }
        List<ImportedRow> results = [];
        foreach (SheetRow row in sheet.Rows.Skip(1).Where(row => !row.IsBlank))
        {
            results.Add(await TakeAsync(sheet, row, scope, cancellationToken));
        }
        return results;
    }

    private async Task<ImportedRow> TakeAsync(ReadSheet sheet, SheetRow row, Scope scope, CancellationToken cancellationToken)
    {
        string Of(string title) => row[sheet.Column(title)].Trim();
        string matter = Of("什么事"), place = Of("地点");
        if (matter.Length is 0 or > TicketCorrection.MatterLength) { return new ImportedRow(row.Number, $"“什么事”请写1到{TicketCorrection.MatterLength}个字"); }
        if (place.Length > TicketCorrection.PlaceLength) { return new ImportedRow(row.Number, $"地点请写在{TicketCorrection.PlaceLength}字以内"); }
        Category? category = LabelNames.TryParse(Of("类别"), out Category known) ? known : null;
        Urgency? urgency = Enum.GetValues<Urgency>().Where(one => one.Title() == Of("急不急")).Select(one => (Urgency?)one).FirstOrDefault();
        string? topic = Topics.All.FirstOrDefault(one => one == Of("话题"));
        if (category is null && Of("类别").Length > 0) { return new ImportedRow(row.Number, $"类别“{Of("类别")}”不认识"); }
        if (urgency is null && Of("急不急").Length > 0) { return new ImportedRow(row.Number, $"急不急“{Of("急不急")}”不认识，请写不急、一般、较急或紧急"); }
        TicketCorrection labels = new(category, topic, urgency, sheet.Column("地点") < 0 ? null : place, matter);
        if (Of("编号").TrimEnd('号') is { Length: > 0 } numbered)
        {
            return int.TryParse(numbered, out int number)
                ? await CorrectAsync(row.Number, number, int.TryParse(Of(TicketSheet.Version), out int version) ? version : int.MaxValue, labels, scope, cancellationToken)
                : new ImportedRow(row.Number, $"编号“{numbered}”不认识");
        }
        string group = Of("群") is { Length: > 0 } given ? given : reading.GroupOf(place, [.. community.Current.Groups.Keys.Where(scope.Covers)]) ?? "";
        if (Of("反映人").Length > HandForm.WhoLength) { return new ImportedRow(row.Number, $"反映人请写在{HandForm.WhoLength}字以内"); }
        return community.Current.Groups.ContainsKey(group) && scope.Covers(group)
            ? await OpenAsync(row, group, labels, Of("反映人"), scope, cancellationToken)
            : new ImportedRow(row.Number, $"群“{group}”不认识，或者不归您管");
    }

    private async Task<ImportedRow> CorrectAsync(
        int row, int number, int version, TicketCorrection labels, Scope scope, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        Ticket? ticket = await db.Set<Ticket>().AsNoTracking().Where(ticket => ticket.Number == number).Within(scope).FirstOrDefaultAsync(cancellationToken);
        if (ticket is null) { return new ImportedRow(row, $"没有{number}号工单"); }
        // what the export masked must not come back as the matter
        if (labels.Matter == PersonalNumbers.Mask(ticket.Matter)) { labels = labels with { Matter = ticket.Matter }; }
        bool same = (labels.Category ?? ticket.Category) == ticket.Category && (labels.Topic ?? ticket.Topic) == ticket.Topic
            && (labels.Urgency ?? ticket.Urgency) == ticket.Urgency && (labels.Location ?? ticket.Location ?? "") == (ticket.Location ?? "") && labels.Matter == ticket.Matter;
        if (same) { return new ImportedRow(row, null); }
        // An old sheet must not silently take back what another set right since it was written
        List<TicketEvent> since = await db.Set<Ticket>().Where(ticket => ticket.Number == number)
            .SelectMany(ticket => ticket.History).Where(line => line.Version > version).ToListAsync(cancellationToken);
        if (since.FindLast(line => line.ChangesLabels && line.By != scope.Person) is { } last)
        {
            return new ImportedRow(row, $"{number}号{last.By}刚改过，没有动。请重新导出再改");
        }
        TicketResult result = await correct.HandleAsync(new CorrectTicket(number, ticket.Version, scope.Person, labels), cancellationToken);
        return result.IsDone ? new ImportedRow(row, null, number) : new ImportedRow(row, result.Message);
    }

    private async Task<ImportedRow> OpenAsync(
        SheetRow row, string group, TicketCorrection labels, string who, Scope scope, CancellationToken cancellationToken)
    {
        TicketCorrection guess = reading.Read(labels.Matter!, labels.Location, group);
        // The same file read twice opens nothing twice
        string key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\t', row.Cells.Append($"{row.Number}")))))[..32];
        RecordedByHand done = await record.HandleAsync(
            new RecordByHand(
                scope.Person, key, Bot.Tickets.ByHand.Visit, group, labels.Matter!,
                labels with { Category = labels.Category ?? guess.Category, Topic = labels.Topic ?? guess.Topic, Urgency = labels.Urgency ?? guess.Urgency, Location = guess.Location },
                who.Length > 0 ? who : null, Phone: null, Photo: null, TellGroup: false),
            cancellationToken);
        return new ImportedRow(row.Number, done.Refusal, done.Ticket, Opened: true);
    }
}
