using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Spectre.Console;
using ZStack.Api;

namespace Quickstart;

/// <summary>Shows VM instances as a table.</summary>
internal static class VmTable
{
    public static Table Of(IReadOnlyList<VmInstanceInventory> vms)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns("Name", "State", "CPUs", "Memory", "IP", "Created");
        table.Columns[2].RightAligned();
        table.Columns[3].RightAligned();
        foreach (VmInstanceInventory vm in vms)
        {
            table.AddRow(
                Markup.Escape(vm.Name ?? ""),
                vm.State == VmInstanceState.Running ? "[green]Running[/]" : Markup.Escape(vm.State?.Value ?? ""),
                Text(vm.CpuNum),
                vm.MemorySize is { } bytes ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1 << 30):0.#} GiB") : "",
                Markup.Escape(string.Join(", ", vm.VmNics.Select(static nic => nic.Ip))),
                vm.CreateDate?.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "");
        }

        return table;
    }

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
