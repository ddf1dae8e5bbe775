using System;
using System.Collections.Generic;

namespace ZStackGen.Specs.Catalog;

/// <summary>
/// Lists the APIs that are synchronous, for pages that do not state it. The method alone does not determine it. See runtime/PROTOCOL.md §3.
/// </summary>
public static class SyncApis
{
    private static readonly HashSet<string> s_syncNonGet = new(StringComparer.Ordinal)
    {
        "LogOut",
        "BatchSyncVolumeSize", "CheckBareMetal2IpmiChassisConfigFile", "CheckBaremetalChassisConfigFile", "CheckBuildAppParameters",
        "CheckElaborationContent", "CheckFirewallRuleConfigFile", "CheckKVMHostConfigFile", "CheckStackTemplateParameters",
        "CheckStaticProvisionIp", "CreateBareMetal2IpmiChassisHardwareInfo", "DecodeStackTemplate", "GenerateSshKeyPair",
        "GetAttachableVpcL3Network", "GetBlockPrimaryStorageMetadata", "GetConnectionBetweenL3NetworkAndAliyunVSwitch",
        "GetVmSchedulingRulesExecuteState", "GetVmsSchedulingStateFromSchedulingRule", "GetVpcAttachedEip", "GetVpcAttachedIpsec",
        "GetVpcAttachedLoadBalancer", "GetVpcAttachedNetflow", "GetVpcAttachedOspf", "GetVpcAttachedPortForwardingRules",
        "GetVpcAttachedVip", "ListVmSchedulingRulesFromExecuteState", "ListVmsFromSchedulingState", "ParseOvf",
        "PreviewResourceFromApp", "PreviewResourceStack", "TokenIntrospection",
        "CalculateAccountBillingSpending", "CalculateAccountSpending", "CalculateResourceSpending", "CheckApiPermission",
        "CheckIAM2VirtualIDConfigFile", "CheckScsiLunClusterStatus", "GetCurrentTime", "GetImagesFromImageStoreBackupStorage",
        "GetManagementNodeArch", "GetManagementNodeOS", "GetSupportAPIs", "GetVersion", "LogIn", "LogInByAccount", "LogInByLdap",
        "LogInByUser", "LoginByCas", "LoginIAM2Platform", "LoginIAM2Project", "LoginIAM2VirtualID", "LoginIAM2VirtualIDWithLdap",
        "ReloadLicense", "UpdateGuestToolsState", "ValidatePassword", "ValidateVmSchedulingRule",
    };

    private static readonly HashSet<string> s_asyncGet = new(StringComparer.Ordinal) { "SyncDataCenterFromRemote", "SyncIdentityFromRemote" };

    /// <summary>Determines whether the API returns status 202 and a job: as stated on its pages; otherwise, as in ZStack's SDK.</summary>
    public static bool IsAsync(CatalogAction api) =>
        api.IsAsync ?? (!api.IsQuery && (api.Method == "GET" ? s_asyncGet.Contains(api.Name) : !s_syncNonGet.Contains(api.Name)));
}
