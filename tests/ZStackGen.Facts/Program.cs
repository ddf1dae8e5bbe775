using System.CommandLine;
using ZStackGen.Facts.Commands;

var root = new RootCommand("Writes the pages of specs/ from the facts about ZStack's APIs, and compares them.")
{
    WriteCommand.Create(),
    ParityCommand.Create(),
    WordsCommand.Create(),
};
return root.Parse(args).Invoke();
