using Knowledge;

namespace Tests.Knowledge;

/// <summary>Passages are split, joined, switched, asked for and rewritten in the document's own text.</summary>
public sealed class PassageEditorTests
{
    private const string Body = "# 津贴\n八十岁起可领。每月一百元。\n\n## 材料\n身份证。\n\n## 地点\n三号窗口。\n";

    [Fact]
    public void Both_halves_of_a_passage_that_is_off_are_off()
    {
        Document off = PassageEditor.Enable(Of(Body), 0, enabled: false).ShouldNotBeNull();
        Document split = PassageEditor.Split(off, 0, "八十岁起可领。".Length).ShouldNotBeNull();
        Cut(split).Take(2).ShouldAllBe(passage => !passage.Enabled);
        Document joined = PassageEditor.Join(split, 0).ShouldNotBeNull();
        Cut(joined).Length.ShouldBe(Cut(off).Length);
        Cut(joined)[0].Enabled.ShouldBeFalse();
    }

    [Fact]
    public void Split_and_joined_again()
    {
        Document split = PassageEditor.Split(Of(Body), 0, "八十岁起可领。".Length).ShouldNotBeNull();
        Texts(split).ShouldBe(["八十岁起可领。", "每月一百元。", "身份证。", "三号窗口。"]);

        Document joined = PassageEditor.Join(split, 0).ShouldNotBeNull();
        Texts(joined).Length.ShouldBe(3);
        Texts(joined)[0].ShouldContain("八十岁起可领。");
        Texts(joined)[0].ShouldContain("每月一百元。");
        joined.Body.ShouldNotContain("分开");
    }

    [Fact]
    public void Sections_are_joined_and_split_where_they_met()
    {
        Document joined = PassageEditor.Join(Of(Body), 1).ShouldNotBeNull();
        Chunk both = Cut(joined)[1];
        (both.Section, both.Text.Contains("三号窗口。", StringComparison.Ordinal)).ShouldBe(("津贴 › 材料", true));

        Document split = PassageEditor.Split(joined, 1, both.Text.IndexOf("##", StringComparison.Ordinal)).ShouldNotBeNull();
        Texts(split).ShouldBe(Texts(Of(Body)));
    }

    [Fact]
    public void Switched_off_and_on_leaves_the_text_as_it_was()
    {
        Document off = PassageEditor.Enable(Of(Body), 1, false).ShouldNotBeNull();
        Cut(off).Select(chunk => chunk.Enabled).ShouldBe([true, false, true]);
        PassageEditor.Enable(off, 1, true).ShouldBe(Of(Body));
    }

    [Fact]
    public void Similar_questions_are_kept_with_the_passage()
    {
        Document asked = PassageEditor.Ask(Of(Body), 2, "去哪办\n哪个窗口｜去哪办 --> x").ShouldNotBeNull();
        Cut(asked)[2].Questions.ShouldBe(["去哪办", "哪个窗口", "去哪办 —> x"]);
        Texts(asked).ShouldBe(Texts(Of(Body)));
        Cut(PassageEditor.Ask(asked, 2, "几点开门")!)[2].Questions.ShouldBe(["几点开门"]);
        PassageEditor.Ask(asked, 2, " ").ShouldBe(Of(Body));
    }

    [Fact]
    public void Rewritten_with_its_marks_kept()
    {
        Document asked = PassageEditor.Ask(Of(Body), 1, "带什么")!;
        Document rewritten = PassageEditor.Rewrite(asked, 1, " 身份证和户口簿。\r\n").ShouldNotBeNull();
        (Cut(rewritten)[1].Text, Cut(rewritten)[1].Questions[0]).ShouldBe(("身份证和户口簿。", "带什么"));
    }

    [Fact]
    public void What_cannot_be_done_is_not_done()
    {
        PassageEditor.Split(Of(Body), 9, 1).ShouldBeNull();
        PassageEditor.Split(Of(Body), 0, 0).ShouldBeNull();
        PassageEditor.Join(Of(Body), 2).ShouldBeNull();
        PassageEditor.Join(PassageEditor.Enable(Of(Body), 1, false)!, 0).ShouldBeNull();
        PassageEditor.Rewrite(Of(Body), 1, "……").ShouldBeNull();
    }

    [Fact]
    public void In_any_document_every_act_does_what_it_says()
    {
        RandomTexts texts = new(11);
        for (int i = 0; i < 60; i++)
        {
            Document document = texts.Document($"d{i}");
            Chunk[] before = Cut(document);
            for (int passage = 0; passage < before.Length; passage++)
            {
                Chunk[] off = Cut(PassageEditor.Enable(document, passage, false)!);
                off.Select(chunk => chunk.Text).ShouldBe(before.Select(chunk => chunk.Text));
                off[passage].Enabled.ShouldBeFalse();
                off.Count(chunk => !chunk.Enabled).ShouldBe(1);
                foreach (int at in PassageEditor.SplitPoints(before[passage]).Take(3))
                {
                    Cut(PassageEditor.Split(document, passage, at)!).Length.ShouldBe(before.Length + 1, document.Body);
                }
            }
        }
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        DocumentHeader header = new("题：\"引号\"", "社区", new DateOnly(2026, 1, 2), null, null, "居民", "李老师") { Grids = ["第一网格", "梧桐里"] };
        Document document = new("d", header, PassageEditor.Ask(Of(Body), 1, "带什么")!.Body);
        MarkdownReader.Read("d", MarkdownWriter.Write(document)).Document.ShouldBe(document);
    }

    private static Document Of(string body) => new("d", new DocumentHeader("题"), body);

    private static Chunk[] Cut(Document document) => [.. new HeadingChunker().Cut(document)];

    private static string[] Texts(Document document) => [.. Cut(document).Select(chunk => chunk.Text)];
}
