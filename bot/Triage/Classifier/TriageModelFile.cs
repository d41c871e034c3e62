namespace Bot.Triage.Classifier;

/// <summary>The content of the model file of a triage engine.</summary>
internal sealed record ModelContent(string Version, IReadOnlyList<IReadOnlyList<string>> Labels, LinearModel Model, Calibration[] Calibrations);

/// <summary>Reads and writes the model file of a triage engine.</summary>
internal static class TriageModelFile
{
    public static void Write(string path, ModelContent content) => ModelFile.Write(path, ModelSort.Triage, writer => Write(writer, content));

    public static ModelContent Read(string path)
    {
        using BinaryReader reader = ModelFile.Open(path, ModelSort.Triage);
        return Read(reader);
    }

    private static void Write(BinaryWriter writer, ModelContent content)
    {
        writer.Write(content.Version);
        writer.Write(content.Labels.Count);
        foreach (IReadOnlyList<string> head in content.Labels)
        {
            writer.Write(head.Count);
            foreach (string label in head)
            {
                writer.Write(label);
            }
        }
        foreach (Calibration calibration in content.Calibrations)
        {
            writer.Write(calibration.Slope);
            ModelFile.Write(writer, calibration.Offsets);
        }
        writer.Write(content.Model.Width);
        writer.Write(content.Model.Flat);
        ModelFile.Write(writer, content.Model.Vocabulary.Keys);
        ModelFile.Write(writer, content.Model.Vocabulary.Idf);
        ModelFile.Write<float>(writer, content.Model.Weights);
    }

    private static ModelContent Read(BinaryReader reader)
    {
        string version = reader.ReadString();
        string[][] labels = new string[reader.ReadInt32()][];
        for (int head = 0; head < labels.Length; head++)
        {
            labels[head] = new string[reader.ReadInt32()];
            for (int i = 0; i < labels[head].Length; i++)
            {
                labels[head][i] = reader.ReadString();
            }
        }
        Calibration[] calibrations = [.. labels.Select(_ => new Calibration(reader.ReadSingle(), ModelFile.Read<float>(reader)))];
        int width = reader.ReadInt32();
        bool flat = reader.ReadBoolean();
        Vocabulary vocabulary = new(ModelFile.Read<uint>(reader), ModelFile.Read<float>(reader));
        return new ModelContent(version, labels, new LinearModel(vocabulary, ModelFile.Read<float>(reader), width, flat), calibrations);
    }
}
