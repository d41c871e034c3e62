using Bot.Privacy;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Tests.Privacy;

public sealed class TextColumnsTests
{
    // why no resident's words or name are looked for there; a line for each reason
    private static readonly Dictionary<string, string> Apart = new()
    {
        ["the directory and who works in it"] = """
            buildings.Name buildings.Compound buildings.Units communities.Name communities.BotNames compounds.Name compounds.Alias compounds.Style
            grids.Name grids.Groups grids.Lead grids.Backup grids.Places group_chats.Name group_chats.Compound micro_grids.Name micro_grids.Grid micro_grids.Lead
            micro_grids.Places partners.Name partners.Kind partners.For partners.Topics partners.Compounds partners.Phone partners.Contact
            people.Name people.Role people.Title people.Groups people.Phone people.Account
            duty_changes.Grid duty_changes.Person duty_changes.Note duty_changes.By duty_shifts.Grid duty_shifts.Person duty_shifts.Days duty_shifts.From duty_shifts.To
            """,
        ["names of groups"] = """
            agenda_items.Group alerts.Group asked_questions.Group chat_records.Group check_questions.Group corrections.Group figure_cases.Group hand_offs.Group
            message_corrections.Group question_runs.Group ticket_reports.Group tickets.Group notices.Groups
            """,
        ["names of staff who did something"] = """
            agenda_items.By agenda_items.OutcomeBy agreed_pairs.By alerts.Recipients alerts.AcknowledgedBy alerts.Calls answer_thresholds.By chat_records.By
            check_questions.AddedBy conversations.BoundBy corrections.By deadline_presets.ChangedBy decisions.ReviewedBy engines.By hand_offs.Owner hand_offs.AnsweredBy
            holiday_years.ChangedBy knowledge_documents.AddedBy knowledge_documents.ChangedBy knowledge_documents.PublishedBy message_corrections.By
            notice_runs.By notice_runs.WithdrawnBy notices.CreatedBy notices.ChangedBy outbox.TakenBackBy phrases.Person question_runs.StartedBy same_words.AddedBy
            saved_filters.Person second_opinions.UndoneBy shift_notes.From shift_notes.To silences.By ticket_ratings.ExclusionBy ticket_ratings.ExclusionConfirmedBy
            tickets.Owner tickets.Assignee tickets.Dispatcher tickets.ResolvedBy
            """,
        ["who signs in is no resident, and the record of acts cannot be changed"] = """
            audit.Person audit.Address audit.Act audit.Target audit.Detail audit.Before audit.Hash sign_in_links.TokenHash sign_in_links.Person sign_in_links.Role
            sign_in_links.Purpose sign_in_passwords.Person sign_in_passwords.Hash sign_in_sessions.Person sign_in_sessions.Way
            """,
        ["keys: the name of a channel, a vendor's id, a picture's name"] = """
            asked_questions.Channel asked_questions.MessageId conversations.Channel hand_offs.Channel hand_offs.MessageId members.Channel messages.Channel
            messages.MessageId messages.ReplyTo messages.Images outbox.Channel outbox.ReplyTo outbox.SentAs pictures.Name pictures.Channel pictures.MessageId
            ticket_reports.Channel ticket_reports.MessageId ticket_reports.Images ticket_reports.ToldThrough tickets.ResolvedPhoto
            conversations.ServiceUrl second_opinions.Parts
            """,
        ["sums of who wishes not to be recorded, which outlive the name"] = "unrecorded.Channel unrecorded.Sender",
        ["words of the program's own: kinds, topics, states, days, why a channel refused"] = """
            agenda_items.Topic chat_records.Day corrections.Before corrections.After deadline_presets.Preset decisions.Kind decisions.Intent decisions.Category
            decisions.Topic decisions.Urgency decisions.Engine figure_cases.Topic figure_cases.OpenedDay figure_cases.DoneDay message_corrections.Before
            message_corrections.After message_corrections.Category message_corrections.Topic message_corrections.Urgency message_corrections.Location
            message_corrections.How message_corrections.Role message_corrections.Intent message_corrections.BeforeLabels model_hours.Task model_hours.Outcome
            outbox.Error pictures.Reason question_runs.Day second_opinions.Doubt second_opinions.State second_opinions.Outcome second_opinions.Model
            second_opinions.Prompt second_opinions.Kind second_opinions.Category second_opinions.Topic second_opinions.Urgency second_opinions.Act
            second_opinions.KindBefore tickets.Topic tickets.Matter notices.Cron
            engines.Version engines.FileName engines.Features engines.Corpus engines.Basis engines.State engines.Against engines.Findings
            """,
        ["what the community publishes, and names of its documents"] = """
            asked_questions.Document asked_questions.Section asked_questions.OtherDocument check_questions.Document hand_offs.KeptAs holiday_years.Text
            knowledge_documents.Name knowledge_documents.Issuer knowledge_documents.Effective knowledge_documents.Expires knowledge_documents.SupersededBy
            knowledge_documents.Audience knowledge_documents.Contact knowledge_documents.Grids knowledge_documents.Reason knowledge_documents.Notes
            notice_runs.Reason notice_runs.Text notices.Title notices.Text phrases.Text question_run_rows.Expected question_run_rows.BeforeDocument
            question_run_rows.Document same_words.Words
            """,
    };

    [Fact]
    public void Every_text_column_is_swept_or_set_apart_with_a_reason()
    {
        string[] model = [.. Model().Order(StringComparer.Ordinal)];
        string[] seenTo =
        [
            .. TextColumns.All.Select(column => $"{column.Table}.{column.Column}").Distinct(), .. TextColumns.ByHand.Keys, .. TextColumns.Names,
            .. Apart.Values.SelectMany(columns => columns.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        ];

        seenTo.GroupBy(column => column).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty("a column stands in one list");
        model.Except(seenTo).ShouldBeEmpty("A new column of text: may residents' words or names stand in it? Then it goes into TextColumns, else among those set apart here.");
        seenTo.Except(model).ShouldBeEmpty("no such column");
    }

    [Fact]
    public void What_is_swept_is_text_as_people_write_it()
    {
        foreach (TextColumn column in TextColumns.All.Where(column => !column.IsJson))
        {
            IProperty property = Db().Model.GetEntityTypes().Single(type => type.GetTableName() == column.Table).GetProperties().Single(one => one.GetColumnName() == column.Column);
            (property.ClrType, property.GetValueConverter(), property.GetElementType()).ShouldBe((typeof(string), null, null), $"{column.Table}.{column.Column}");
            if (column.Empties) { property.IsNullable.ShouldBeTrue($"{column.Table}.{column.Column} may be empty"); }
        }
    }

    private static IEnumerable<string> Model() =>
        from type in Db().Model.GetEntityTypes()
        where type.GetTableName() is not null
        from property in type.GetProperties()
        where property.GetColumnType() == "TEXT"
        select $"{type.GetTableName()}.{property.GetColumnName()}";

    private static BotDbContext Db() => new(new DbContextOptionsBuilder<BotDbContext>().UseSqlite("Data Source=:memory:").Options);
}
