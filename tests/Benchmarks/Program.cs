using Benchmarks;
using Tests.Generator;

// Run by hand: dotnet run -c Release --project tests/Benchmarks [-- classifier [labelled.tsv …] | fasttext train.tsv held-back.tsv | chat FILE [messages] | incidents [few [many]] | search knowledge/documents | notices [groups [log level]] | intake [messages [log level]] | pages [tickets [folder to keep]]]
if (args is ["classifier", .. var sets])
{
    ClassifierBenchmark.Run(sets);
}
else if (args is ["fasttext", var train, var held])
{
    FastTextBenchmark.Run(train, held);
}
else if (args is ["chat", var file, .. var count])
{
    DateTimeOffset start = new(2026, 11, 2, 7, 0, 0, TimeSpan.FromHours(8));
    ChatFile.Write(file, new ChatGenerator(seed: 1).Write(count is [var number] ? int.Parse(number) : 10_000, start));
}
else if (args is ["incidents", .. var sizes])
{
    await IncidentsBenchmark.RunAsync(sizes is [var few, ..] ? int.Parse(few) : 1000, sizes is [_, var many] ? int.Parse(many) : 1_000_000);
}
else if (args is ["search", var samples])
{
    SearchBenchmark.Run(samples);
}
else if (args is ["notices", .. var of])
{
    await NoticeFanOut.RunAsync(of is [var groups, ..] ? int.Parse(groups) : 10_000, of is [_, var level] ? level : "Information");
}
else if (args is ["intake-load", var address, var path, var name, var messages, var perSecond])
{
    await IntakeLoad.RunAsync(address, path, name, int.Parse(messages), int.Parse(perSecond));
}
else if (args is ["intake", .. var intake])
{
    await IntakeBenchmark.RunAsync(intake is [var each, ..] ? int.Parse(each) : 30_000, intake is [_, var logged] ? logged : "Information");
}
else if (args is ["pages", .. var town])
{
    await PageLoad.RunAsync(town is [var written, ..] ? int.Parse(written) : 100_000, town is [_, var kept] ? kept : null);
}
else
{
    await DurableIntake.RunAsync();
}
