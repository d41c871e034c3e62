using Knowledge;
using Microsoft.Data.Sqlite;
using Tests.Support;

namespace Tests.Knowledge;

public sealed class KnowledgeBaseTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    private readonly TempFolder _folder = new();

    [Fact]
    public void What_was_put_is_there_after_a_restart()
    {
        Document fees = new("fees/parking", new DocumentHeader("停车收费", "物业", new DateOnly(2026, 1, 1), null, null, "业主", "8800"), "访客停车每小时3元。");
        using (KnowledgeBase first = KnowledgeBase.Open(_folder.Path))
        {
            first.Put(fees, "abc");
            first.Put(Plain("gone", "没有了。"));
            first.Remove("gone").ShouldBeTrue();
            first.Remove("gone").ShouldBeFalse();
            first.Put(Plain("off", "停用的。"));
            first.SetEnabled("off", false).ShouldBeTrue();
            first.SetEnabled("nowhere", false).ShouldBeFalse();
            first.Threshold = 0.25;
        }

        using KnowledgeBase second = KnowledgeBase.Open(_folder.Path);
        second.Documents.Select(stored => stored.Document.Name).ShouldBe(["fees/parking", "off"]);
        second.Find("fees/parking").ShouldBe(new StoredDocument(fees, true, "abc"));
        second.Find("off")!.Enabled.ShouldBeFalse();
        second.Threshold.ShouldBe(0.25);
        second.Ask("访客停车每小时多少钱", Day).Documents[0].Document.ShouldBe("fees/parking");
    }

    [Fact]
    public void A_document_put_again_takes_the_place_of_the_old_one_and_stays_disabled()
    {
        using KnowledgeBase knowledge = KnowledgeBase.Open(_folder.Path);
        knowledge.Put(Plain("canteen", "午餐十一点开饭。"));
        knowledge.SetEnabled("canteen", false);
        knowledge.Put(Plain("canteen", "午餐十一点半开饭。"));

        knowledge.Ask("午餐几点开饭", Day).Documents.ShouldBeEmpty();
        knowledge.SetEnabled("canteen", true);
        knowledge.Ask("午餐几点开饭", Day).Best!.Quote.ShouldBe("午餐十一点半开饭。");
    }

    [Theory]
    [InlineData("2026-02-28", "old")]
    [InlineData("2026-03-01", "new")]
    [InlineData("2027-12-31", "new")]
    [InlineData("2028-01-01", null)]
    public void Only_what_holds_on_the_day_is_ranked(string day, string? expected)
    {
        using KnowledgeBase knowledge = KnowledgeBase.Open(_folder.Path);
        knowledge.Put(new Document("a/old", new DocumentHeader("停车收费", SupersededBy: "new.md"), "停车每小时2元。"));
        knowledge.Put(new Document("a/new", new DocumentHeader("停车收费", Effective: new DateOnly(2026, 3, 1), Expires: new DateOnly(2027, 12, 31)), "停车每小时3元。"));
        knowledge.Put(new Document("a/lost", new DocumentHeader("停车收费", SupersededBy: "somewhere"), "停车每小时1元。"));

        knowledge.Ask("停车每小时多少钱", DateOnly.ParseExact(day, "yyyy-MM-dd")).Documents.Select(found => found.Document)
            .ShouldBe(expected is null ? [] : [$"a/{expected}"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("？！。")]
    [InlineData("狗")]
    [InlineData("\0\uD800")]
    [InlineData("😀😀")]
    [InlineData("%'\"; DROP TABLE documents --")]
    public void Any_question_has_an_answer_or_a_refusal(string question)
    {
        using KnowledgeBase knowledge = KnowledgeBase.Open(_folder.Path);
        knowledge.Ask(question, Day).Answered.ShouldBeFalse();
        knowledge.Put(Plain("pets", "养狗要登记。"));

        knowledge.Ask(question, Day).Confidence.ShouldBeInRange(0, 1);
        knowledge.Ask(new string('问', 100_000) + question, Day).Answered.ShouldBeFalse();
    }

    [Fact]
    public void A_question_of_one_character_finds_it() => Asking("养狗要登记。", "狗").Documents.ShouldHaveSingleItem();

    [Fact]
    public void A_file_of_something_else_is_refused_and_left_alone()
    {
        File.WriteAllText(_folder.File("knowledge.db"), "这不是数据库，只是一个文本文件而已，长到足够让数据库读它的文件头。这不是数据库，只是一个文本文件而已。");
        Should.Throw<InvalidDataException>(() => KnowledgeBase.Open(_folder.Path)).Message.ShouldContain("knowledge.db");
        File.Delete(_folder.File("knowledge.db"));

        Execute("CREATE TABLE other (x)");
        Should.Throw<InvalidDataException>(() => KnowledgeBase.Open(_folder.Path)).Message.ShouldContain("something else");
    }

    [Fact]
    public void A_store_of_a_newer_version_is_refused()
    {
        KnowledgeBase.Open(_folder.Path).Dispose();
        Execute("PRAGMA user_version = 99");

        Should.Throw<InvalidDataException>(() => KnowledgeBase.Open(_folder.Path)).Message.ShouldContain("newer version");
    }

    [Fact]
    public void A_threshold_is_found_from_labelled_questions()
    {
        using KnowledgeBase knowledge = KnowledgeBase.Open(_folder.Path);
        knowledge.Put(Plain("canteen", "老年食堂午餐十一点半开饭。"));

        Calibration found = knowledge.Calibrate([new("老年食堂午餐几点开饭", true), new("哪里能换外币", false), new("老年食堂在几楼", false)], Day);

        (found.Answered, found.Refused, found.F1).ShouldBe((1, 2, 1));
        knowledge.Threshold.ShouldBe(found.Threshold);
        Should.Throw<ArgumentException>(() => knowledge.Calibrate([new("一", true)], Day));
    }

    [Fact]
    public void What_was_removed_leaves_the_files_when_nobody_reads_them_any_more()
    {
        const string Words = "她家水管漏了三天没人来";
        using KnowledgeBase knowledge = KnowledgeBase.Open(_folder.Path);
        knowledge.Put(Plain("kept", Words));
        using (SqliteConnection reader = new($"Data Source={_folder.File("knowledge.db")};Pooling=False"))
        {
            reader.Open();
            using SqliteTransaction reading = reader.BeginTransaction(deferred: true);
            using SqliteCommand command = reader.CreateCommand();
            (command.Transaction, command.CommandText) = (reading, "SELECT count(*) FROM documents");
            command.ExecuteScalar();
            knowledge.Remove("kept").ShouldBeTrue();
            knowledge.Flush().ShouldBeFalse("somebody still reads the words");
        }
        knowledge.Flush().ShouldBeTrue();
        FolderSearch.Find(_folder.Path, Words).ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private static Document Plain(string name, string body) => new(name, new DocumentHeader(name), body);

    private Answer Asking(string body, string question)
    {
        using KnowledgeBase knowledge = KnowledgeBase.Open(_folder.Path);
        knowledge.Put(Plain("text", body));
        return knowledge.Ask(question, Day);
    }

    private void Execute(string sql)
    {
        using SqliteConnection connection = new($"Data Source={_folder.File("knowledge.db")};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
