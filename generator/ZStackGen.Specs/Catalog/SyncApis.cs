using System;
using System.Collections.Generic;

namespace ZStackGen.Specs.Catalog;

/// <summary>Which APIs answer at once, for pages that do not say (PROTOCOL.md §3: it cannot be derived from the method alone).</summary>
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

    /// <summary>Whether the API answers 202 with a job: as its pages say, else as ZStack's own SDK has it.</summary>
    public static bool IsAsync(CatalogAction api) =>
        api.IsAsync ?? (!api.IsQuery && (api.Method == "GET" ? s_asyncGet.Contains(api.Name) : !s_syncNonGet.Contains(api.Name)));
}
