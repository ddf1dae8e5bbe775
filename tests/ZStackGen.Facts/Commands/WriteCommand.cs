using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Text;
using ZStackGen.Facts.Examples;
using ZStackGen.Facts.Facts;
using ZStackGen.Facts.Merging;
using ZStackGen.Facts.Pages;
using ZStackGen.Facts.Words;

namespace ZStackGen.Facts.Commands;

/// <summary><c>write FACTS SPECS</c>: writes the missing pages.</summary>
internal static class WriteCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var facts = new Argument<string>("FACTS") { Description = "The folder of facts." };
        var specs = new Argument<string>("SPECS") { Description = "The folder of pages." };
        var texts = new Option<string?>("--texts") { Description = "A folder of tab-separated texts for new pages and for the glossary." };
        var command = new Command("write", "Write the pages that are missing, and add missing rows to the others. Nothing is overwritten. Exits 1 without writing a page if a member of a new page has no example value.") { facts, specs, texts };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(facts), parsed.GetRequiredValue(specs), parsed.GetValue(texts), Console.Out, Console.Error));
        return command;
    }

    /// <summary>Writes the pages.</summary>
    /// <returns>0; or 1 if a member of a new page has no example value. No page is written then.</returns>
    public static int Run(string factsPath, string specs, string? textsPath, TextWriter output, TextWriter error)
    {
        TextFolder texts = TextFolder.Read(textsPath);
        string glossaryPath = Path.Combine(specs, "glossary.md");
        Glossary glossary = GlossaryFile.Read(glossaryPath);
        glossary.Add(texts.Glossary);
        string text = GlossaryFile.Write(glossary);
        if (!File.Exists(glossaryPath) || File.ReadAllText(glossaryPath) != text)
            File.WriteAllText(glossaryPath, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

        MergedFacts merged = FactsMerger.Merge(FactsFolder.Read(factsPath));
        var composer = new Composer(glossary, texts);
        var builder = new PageBuilder(merged, composer);
        var writer = new PageSetWriter(merged, builder, PageFolder.Read(specs));
        writer.Compose();
        foreach ((string name, string place) in composer.Missing)
            error.WriteLine($"no text: {name} ({place})");
        foreach (MissingExample missing in builder.MissingExamples)
            error.WriteLine(missing);
        // A page keeps its examples, so a page with an incomplete example is not written.
        if (builder.MissingExamples.Count > 0)
            return 1;
        IReadOnlyList<string> changed = writer.Save();
        output.WriteLine(FormattableString.Invariant($"{merged.Apis.Count} APIs and {merged.Structures.Count} structures; {changed.Count} pages written"));
        return 0;
    }
}
