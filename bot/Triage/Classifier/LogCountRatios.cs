namespace Bot.Triage.Classifier;

/// <summary>How strongly each feature speaks for each class (Wang and Manning 2012), as the prior variances of an NB-SVM.</summary>
internal static class LogCountRatios
{
    /// <summary><c>plain + share · ratio²</c>, features × width.</summary>
    public static float[] Variances(SparseRows rows, float[] targets, int width, float plain, float share)
    {
        float[] members = new float[rows.Features * width];
        float[] others = new float[rows.Features * width];
        Array.Fill(members, 1);
        Array.Fill(others, 1);
        Count(rows, targets, width, members, others);
        float[] memberSums = Sums(members, width);
        float[] otherSums = Sums(others, width);
        int constant = (rows.Features - 1) * width;
        for (int i = 0; i < constant; i++)
        {
            int column = i % width;
            float ratio = MathF.Log(members[i] / memberSums[column] / (others[i] / otherSums[column]));
            members[i] = plain + (share * ratio * ratio);
        }
        members.AsSpan(constant).Fill(1);
        return members;
    }

    private static void Count(SparseRows rows, float[] targets, int width, float[] members, float[] others)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            ReadOnlySpan<float> target = targets.AsSpan(row * width, width);
            foreach (int index in rows.Indices(row))
            {
                for (int column = 0; column < width; column++)
                {
                    (target[column] > 0 ? members : others)[(index * width) + column] += target[column] == 0 ? 0 : 1;
                }
            }
        }
    }

    private static float[] Sums(float[] counts, int width)
    {
        double[] sums = new double[width];
        for (int i = 0; i < counts.Length; i++)
        {
            sums[i % width] += counts[i];
        }
        return Array.ConvertAll(sums, s => (float)s);
    }
}
