using System;
using System.CommandLine;
using System.Linq;
using ZStackGen.Facts.Examples;
using ZStackGen.Facts.Pages;
using ZStackGen.Facts.Parity;
using ZStackGen.Facts.Words;

namespace ZStackGen.Facts.Commands;

/// <summary><c>words SPECS</c>: prints uninformative descriptions and placeholders.</summary>
internal static class WordsCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var specs = new Argument<string>("SPECS") { Description = "The folder of pages." };
        var command = new Command("words", "Print texts that are empty, only repeat a name or split an abbreviation, and examples with placeholders.") { specs };
        command.SetAction(parsed =>
        {
            PageFolder folder = PageFolder.Read(parsed.GetRequiredValue(specs));
            var placeholders = new PlaceholderCheck(new PageLookup(folder));
            string[] problems = [.. folder.Apis.SelectMany(TextChecks.Check).Concat(folder.Types.SelectMany(TextChecks.Check)).Concat(folder.Apis.SelectMany(placeholders.Check)).Order(StringComparer.Ordinal)];
            foreach (string problem in problems)
                Console.WriteLine(problem);
            return problems.Length == 0 ? 0 : 1;
        });
        return command;
    }
}
