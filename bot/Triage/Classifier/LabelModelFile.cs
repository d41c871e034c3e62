namespace Bot.Triage.Classifier;

/// <summary>The content of the model file of <c>classify</c>.</summary>
internal sealed record LabelContent(string[] Labels, Calibration Calibration, LetterGramTables Grams, CompactWeights Weights);

/// <summary>Reads and writes the model file of <c>classify</c>.</summary>
internal static class LabelModelFile
{
    /// <summary>Changes with the features.</summary>
    private const string Version = "4";

    public static void Write(string path, LabelContent content) => ModelFile.Write(path, ModelSort.Labels, writer =>
    {
        writer.Write(Version);
        writer.Write(content.Labels.Length);
        foreach (string label in content.Labels)
        {
            writer.Write(label);
        }
        writer.Write(content.Calibration.Slope);
        ModelFile.Write<float>(writer, content.Calibration.Offsets);
        writer.Write(content.Grams.Punctuation);
        ModelFile.Write<char>(writer, content.Grams.Characters);
        ModelFile.Write<uint>(writer, content.Grams.Pairs);
        ModelFile.Write<uint>(writer, content.Grams.Triples);
        ModelFile.Write<int>(writer, content.Grams.Heads);
        ModelFile.Write<int>(writer, content.Grams.Tails);
        writer.Write(content.Weights.Flat);
        ModelFile.Write<float>(writer, content.Weights.Constant);
        ModelFile.Write<ushort>(writer, content.Weights.Rows);
    });

    public static LabelContent Read(string path)
    {
        using BinaryReader reader = ModelFile.Open(path, ModelSort.Labels);
        if (reader.ReadString() != Version)
        {
            throw new InvalidDataException($"{path}: made by another version of the program; train it anew with 'bot train --input T.tsv --model F'");
        }
        string[] labels = new string[reader.ReadInt32()];
        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = reader.ReadString();
        }
        Calibration calibration = new(reader.ReadSingle(), ModelFile.Read<float>(reader));
        LetterGramTables grams = new(
            reader.ReadBoolean(), ModelFile.Read<char>(reader), ModelFile.Read<uint>(reader), ModelFile.Read<uint>(reader),
            ModelFile.Read<int>(reader), ModelFile.Read<int>(reader));
        bool flat = reader.ReadBoolean();
        float[] constant = ModelFile.Read<float>(reader);
        return new LabelContent(labels, calibration, grams, new CompactWeights(ModelFile.Read<ushort>(reader), constant, flat));
    }
}
