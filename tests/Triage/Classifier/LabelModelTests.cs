using Bot.Triage.Classifier;
using Tests.Support;

namespace Tests.Triage.Classifier;

public sealed class LabelModelTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void Learns_an_invented_task()
    {
        LabelModel model = LabelModel.Train(ToyTask.Texts);

        model.Classify("他送我一箱香蕉").Label.ShouldBe("水果");
        model.Classify("扳手借我用一下").Label.ShouldBe("工具");
        model.CrossValidated!.MacroF1.ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void Training_twice_gives_the_same_file_byte_for_byte()
    {
        LabelModel.Train(ToyTask.Texts).Save(_folder.File("a"));
        LabelModel.Train(ToyTask.Texts).Save(_folder.File("b"));

        File.ReadAllBytes(_folder.File("a")).ShouldBe(File.ReadAllBytes(_folder.File("b")));
    }

    [Fact]
    public void A_saved_model_answers_as_before()
    {
        LabelModel model = LabelModel.Train(ToyTask.Texts);
        model.Save(_folder.File("m"));
        LabelModel loaded = LabelModel.Load(_folder.File("m"));

        loaded.Labels.ShouldBe(model.Labels);
        foreach (LabelledText text in ToyTask.Texts)
        {
            loaded.Classify(text.Text).ShouldBe(model.Classify(text.Text));
        }
    }

    [Fact]
    public void Full_width_case_and_digits_make_no_difference()
    {
        LabelModel model = LabelModel.Train(ToyTask.Texts);

        model.Classify("ＡＢ１２　苹果").ShouldBe(model.Classify("ab98 苹果"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\u200B")]
    [InlineData("words never seen")]
    public void Texts_without_a_known_feature_still_get_a_label(string text)
    {
        (string label, float confidence) = LabelModel.Train(ToyTask.Texts).Classify(text);

        label.ShouldBeOneOf("水果", "工具");
        confidence.ShouldBeInRange(0.5f, 1f);
    }

    [Fact]
    public void Models_of_different_size_do_not_disturb_each_other()
    {
        LabelModel small = LabelModel.Train([.. ToyTask.Texts.Take(20)]);
        LabelModel large = LabelModel.Train(ToyTask.Texts);
        (string, float)[] alone = [.. ToyTask.Texts.Select(text => large.Classify(text.Text))];

        foreach ((LabelledText text, (string, float) expected) in ToyTask.Texts.Zip(alone))
        {
            small.Classify(text.Text);
            large.Classify(text.Text).ShouldBe(expected);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(20)]
    public void Any_number_of_labels_is_told_apart(int count)
    {
        string Word(int label) => new((char)('一' + (97 * label)), 2);
        LabelledText[] texts = [.. Enumerable.Range(0, count * 12).Select(i => new LabelledText($"L{i % count}", $"第{i}件是{Word(i % count)}的事"))];

        LabelModel model = LabelModel.Train(texts);

        texts.ShouldAllBe(text => model.Classify(text.Text).Label == text.Label);
    }

    [Fact]
    public void Classifying_allocates_nothing()
    {
        LabelModel model = LabelModel.Train(ToyTask.Texts);
        string letter = string.Concat(Enumerable.Repeat("谁拿走了我的钳子？三号抽屉里有苹果。", 22));

        Allocations.Of(() => model.Classify("谁拿走了我的钳子？三号抽屉里有苹果。")).ShouldBe(0);
        Allocations.Of(() => model.Classify(letter)).ShouldBe(0);
    }

    public void Dispose() => _folder.Dispose();
}
