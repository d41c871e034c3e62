using Bot.Triage.Classifier;
using Tests.Support;

namespace Tests.Triage;

public sealed class CorpusReadTests : IDisposable
{
    private const string Row = "issue\treport\t生活便民\t电梯\tnormal\t3号楼\tresident\t老周\t3号楼电梯停了\\n没人管";
    private readonly TempFolder _folder = new();

    [Fact]
    public void Reads_a_row()
    {
        CorpusRow row = Read(Row).ShouldHaveSingleItem();

        row.Topic.ShouldBe("电梯");
        row.Text.ShouldBe("3号楼电梯停了\n没人管");
    }

    [Theory]
    [InlineData("issue\treport", "2 columns instead of 9")]
    [InlineData("isue\treport\t生活便民\t电梯\tnormal\t-\tresident\t老周\t停了", "unknown kind 'isue'")]
    [InlineData("issue\t3\t生活便民\t电梯\tnormal\t-\tresident\t老周\t停了", "unknown intent '3'")]
    [InlineData("issue\treport\t生活\t电梯\tnormal\t-\tresident\t老周\t停了", "unknown category '生活'")]
    [InlineData("issue\treport\t生活便民\t飞机\tnormal\t-\tresident\t老周\t停了", "unknown topic '飞机'")]
    public void A_bad_row_is_refused_with_file_and_line(string row, string problem)
    {
        CorpusException error = Should.Throw<CorpusException>(() => Read(Row, row));

        error.Message.ShouldBe($"{_folder.File("a.tsv")}:3: {problem}");
    }

    [Fact]
    public void A_folder_without_corpus_is_refused() =>
        Should.Throw<InvalidDataException>(() => Corpus.Read(_folder.Path)).Message.ShouldStartWith(_folder.Path);

    public void Dispose() => _folder.Dispose();

    private IReadOnlyList<CorpusRow> Read(params string[] rows)
    {
        File.WriteAllLines(_folder.File("a.tsv"), [Corpus.Header, .. rows]);
        return Corpus.Read(_folder.Path);
    }
}
