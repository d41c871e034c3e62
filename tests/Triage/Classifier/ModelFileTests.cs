using Bot.Triage.Classifier;
using Tests.Support;

namespace Tests.Triage.Classifier;

public sealed class ModelFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void A_file_that_is_no_model_is_refused_in_one_line()
    {
        File.WriteAllText(_folder.File("m"), "label\ttext");

        Refused("m").ShouldContain("not a model file");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(-1)]
    public void Every_flipped_byte_is_noticed(int position)
    {
        byte[] bytes = Saved();
        bytes[position < 0 ? bytes.Length + position : position] ^= 1;
        File.WriteAllBytes(_folder.File("m"), bytes);

        Refused("m");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(40)]
    [InlineData(200)]
    public void A_truncated_file_is_refused(int length)
    {
        File.WriteAllBytes(_folder.File("m"), Saved()[..length]);

        Refused("m");
    }

    [Fact]
    public void A_model_of_the_other_sort_is_refused_with_the_cure()
    {
        File.WriteAllBytes(_folder.File("m"), Saved());

        Should.Throw<InvalidDataException>(() => TriageModel.Load(_folder.File("m"))).Message.ShouldContain("train --corpus");
    }

    public void Dispose() => _folder.Dispose();

    private byte[] Saved()
    {
        LabelModel.Train(ToyTask.Texts).Save(_folder.File("saved"));
        return File.ReadAllBytes(_folder.File("saved"));
    }

    private string Refused(string name)
    {
        string message = Should.Throw<InvalidDataException>(() => LabelModel.Load(_folder.File(name))).Message;
        message.ShouldStartWith(_folder.File(name));
        message.ShouldNotContain('\n');
        return message;
    }
}
