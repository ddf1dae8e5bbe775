using System;
using System.CommandLine;
using System.Linq;
using ZStackGen.Facts.Facts;
using ZStackGen.Facts.Pages;
using ZStackGen.Facts.Parity;

namespace ZStackGen.Facts.Commands;

/// <summary><c>parity FACTS SPECS</c>: compares the pages with the facts.</summary>
internal static class ParityCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var facts = new Argument<string>("FACTS") { Description = "The folder of facts." };
        var specs = new Argument<string>("SPECS") { Description = "The folder of pages." };
        var command = new Command("parity", "Compare the pages with the facts. Exits 1 if a difference has no reason.") { facts, specs };
        command.SetAction(parsed =>
        {
            ParityReport report = Compare(parsed.GetRequiredValue(facts), parsed.GetRequiredValue(specs));
            report.Write(Console.Out);
            return report.Unexplained.Any() ? 1 : 0;
        });
        return command;
    }

    /// <summary>Compares a folder of pages with a folder of facts.</summary>
    public static ParityReport Compare(string facts, string specs)
    {
        FactsFolder read = FactsFolder.Read(facts);
        var pages = new PageLookup(PageFolder.Read(specs));
        var report = new ParityReport();
        SdkParity.Compare(read, pages, report);
        ManualParity.Compare(read, pages, report);
        StructureParity.Compare(read, pages, report);
        return report;
    }
}
