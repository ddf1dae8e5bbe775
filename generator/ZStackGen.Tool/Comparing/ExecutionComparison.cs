using System.Collections.Generic;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Tool.Comparing;

/// <summary>Compares whether pages state that an API is asynchronous. Without a statement, the client neither retries a call nor supports its dry run.</summary>
internal sealed class ExecutionComparison(PageSet old, PageSet now)
{
    /// <summary>Gets the reason why nothing is compared, or <see langword="null"/>. Published manuals state it for no API.</summary>
    public string? Note => old.StatesExecution == now.StatesExecution
        ? null
        : $"'{(old.StatesExecution ? now : old).Path}' does not state whether APIs are asynchronous, so this is not compared";

    /// <summary>Compares an API.</summary>
    public void Compare(CatalogAction before, CatalogAction after, List<Change> changes)
    {
        if (before.IsAsync == after.IsAsync || !old.StatesExecution || !now.StatesExecution)
            return;
        (ChangeImpact impact, string reason) = (before.IsAsync, after.IsAsync) switch
        {
            (false, true) => (ChangeImpact.Breaking, "the response is a job instead of a result"),
            (true, false) => (ChangeImpact.Breaking, "the response is a result instead of a job"),
            (true, null) => (ChangeImpact.Breaking, "dry runs throw an exception, and calls are not retried"),
            (null, true) => (ChangeImpact.Compatible, "dry runs are possible, and calls are retried"),
            _ => (ChangeImpact.Compatible, "calls continue to work"),
        };
        changes.Add(new Change(ChangeKind.Changed, "API", null, "execution", Words(before.IsAsync), Words(after.IsAsync), impact, reason));
    }

    private static string Words(bool? isAsync) => isAsync is { } stated ? stated ? "asynchronous" : "synchronous" : "not stated";
}
